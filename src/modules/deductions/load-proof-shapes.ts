import { join } from 'node:path';
import { readProofShapes, type ProofShapes } from '../../core/deduction/proof-shapes.js';
import { projectFolder } from '../../platform/configuration.js';
import { readYamlFile } from '../../platform/files/read-yaml-file.js';

/**
 * What the numbers of proofs look like, from `config/proofs.yaml`; asked for every command, so an edit counts at once.
 *
 * @throws Refusals or DomainError when the file cannot be read as patterns
 */
export async function loadProofShapes(
  path = join(projectFolder(), 'config', 'proofs.yaml'),
): Promise<ProofShapes> {
  return readProofShapes(await readYamlFile(path));
}
