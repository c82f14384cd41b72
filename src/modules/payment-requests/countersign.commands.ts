import type { Command } from 'commander';
import { stateAfter } from '../../core/approval/approval-bands.js';
import { missingFor, wordsOf } from '../../core/approval/missing-signatures.js';
import { stepNames } from '../../core/payment/request-state.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import type { Outcome } from '../../platform/command-line/outcome.js';
import { byOption } from '../../platform/command-line/options.js';
import { UsersService } from '../users/users.service.js';
import { CountersignService, type CountersignReport } from './countersign.service.js';

interface CountersignOptions {
  readonly as: string;
  readonly by: string;
  readonly onBehalfOf?: string;
  readonly note?: string;
}

/** `request countersign`: a signature that the amount asks for beside the four. */
export function registerCountersign(request: Command, run: RunCommand): void {
  saidOptions(
    byOption(request.command('countersign <number>').description('menandatangani SPP menurut jenjangnya')),
  )
    .requiredOption('--as <function>', 'jabatan menurut jenjang persetujuan, misalnya Camat')
    .action((number: string, { as, by, onBehalfOf, note }: CountersignOptions) =>
      run(async (app) => {
        const users = app.get(UsersService);
        const signer = await users.require(by);
        const principal = onBehalfOf === undefined ? undefined : await users.require(onBehalfOf);
        const command = { number, as, by: signer, onBehalfOf: principal, note };
        return outcomeOf(await app.get(CountersignService).countersign(command));
      }),
    );
}

/** The options that say for whom somebody signs, and with what remark. */
export function saidOptions(command: Command): Command {
  return command
    .option('--on-behalf-of <username>', 'siapa yang diwakili, menurut pelimpahan yang berlaku')
    .option('--note <text>', 'catatan');
}

function outcomeOf({ request, step, function: name, awaited }: CountersignReport): Outcome {
  const missing = missingFor(step, awaited);
  const next =
    missing.length === 0
      ? `Langkah ${stepNames[stateAfter[step]]} dapat dilakukan.`
      : `Masih menunggu ${missing.map(wordsOf).join(', ')}.`;
  return {
    json: { request, step, function: name, awaited },
    lines: [`${request.number}: ditandatangani sebagai ${name}. ${next}`],
  };
}
