import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../../src/platform/configuration.js';

/** What the stand-alone checker of proofs answered. */
export interface ProofVerdict {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the stand-alone checker, as anybody would: with plain Node and nothing else. */
export function checkProofAlone(...words: readonly string[]): Promise<ProofVerdict> {
  const program = join(projectFolder(), 'config/audit/check-proof.mjs');
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...words], { cwd: '/', env: {} }, (error, stdout, stderr) => {
      const status = error === null ? 0 : Number(error.code);
      resolve({ status, stdout, stderr });
    });
  });
}
