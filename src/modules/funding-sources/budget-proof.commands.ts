import type { Command } from 'commander';
import { describe } from '../../core/messages/describe.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import type { Outcome } from '../../platform/command-line/outcome.js';
import { BudgetProofService, type BudgetProof } from './budget-proof.service.js';

/** `funding prove`: run it every night. */
export function registerBudgetProof(funding: Command, run: RunCommand): void {
  funding
    .command('prove')
    .description('membuktikan tiap sumber dana: sama dengan mutasinya, buku besar dan SPP yang terbuka')
    .action(() => run(async (app) => proofOutcome(await app.get(BudgetProofService).prove())));
}

function proofOutcome(proof: BudgetProof): Outcome {
  const problems = proof.problems.map(({ code, facts }) => ({ code, facts, message: describe(code, facts) }));
  const sum = `Terbukti: ${String(proof.sources)} sumber dana sama dengan mutasi, buku besar dan SPP-nya.`;
  return {
    refused: !proof.proven,
    json: { ...proof, problems },
    lines: proof.proven ? [sum] : problems.map(({ code, message }) => `${code}: ${message}`),
  };
}
