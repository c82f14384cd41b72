import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { readProofShapes, type ProofShapes } from '../../core/deduction/proof-shapes.js';
import { projectFolder } from '../../platform/configuration.js';
import { readYamlFile } from '../../platform/files/read-yaml-file.js';

/** What the numbers of proofs look like, from `config/proofs.yaml`; read for every command, so an edit counts at once. */
@Injectable()
export class ProofShapesService {
  /** @throws Refusals or DomainError when the file cannot be read as patterns */
  async read(path = join(projectFolder(), 'config', 'proofs.yaml')): Promise<ProofShapes> {
    return readProofShapes(await readYamlFile(path));
  }
}
