import { Option, type Command } from 'commander';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { byOption, kaderArgument } from '../../platform/command-line/options.js';
import type { Outcome } from '../../platform/command-line/outcome.js';
import { UsersService } from '../users/users.service.js';
import { registerDataPackCommand } from './data-pack.commands.js';
import { DisclosuresService } from './disclosures.service.js';
import { registerNumberExportsCommand } from './number-exports.commands.js';
import { registerPseudonymiseCommand } from './pseudonymise.commands.js';
import { registerRetentionCommands } from './retention.commands.js';
import { RevealService, type Revealed, type RevealedField } from './reveal.service.js';

interface RevealFlags {
  readonly field: RevealedField;
  readonly reason: string;
  readonly by: string;
}

/** What is private of a kader, for a reason: `roster reveal`, and `privacy` below the program. */
export function registerPrivacyCommands(program: Command, run: RunCommand): void {
  const roster = program.commands.find((command) => command.name() === 'roster') ?? program.command('roster');
  const revealing = roster
    .command('reveal')
    .description('membuka NIK atau nomor rekening utuh; siapa, kapan dan alasannya dicatat lebih dulu')
    .argument('<kader>', 'NIK, atau nomor kader', kaderArgument)
    .addOption(
      new Option('--field <field>', 'nomor yang dibuka').choices(['nik', 'account']).makeOptionMandatory(),
    )
    .requiredOption('--reason <text>', 'alasan: siapa yang meminta dan untuk apa');
  byOption(revealing).action((kader: string, { field, reason, by }: RevealFlags) =>
    run(async (app) => {
      const wish = { kader, reason, by: await app.get(UsersService).atCommandLine(by) };
      return revealOutcome(await app.get(RevealService).reveal(wish, field));
    }),
  );
  const privacy = program
    .command('privacy')
    .description('data pribadi: siapa melihatnya, kepada siapa diberikan, dan sampai kapan disimpan');
  registerDataPackCommand(privacy, run);
  registerNumberExportsCommand(privacy, run);
  registerRetentionCommands(privacy, run);
  registerPseudonymiseCommand(privacy, run);
  privacy
    .command('disclosures')
    .description('siapa membuka data pribadi seorang kader, kapan dan mengapa')
    .argument('<kader>', 'NIK, atau nomor kader', kaderArgument)
    .action((kader: string) =>
      run(async (app) => {
        const all = await app.get(DisclosuresService).list(kader);
        const lines = all.map(
          ({ at, what, by, position, address, reason }) =>
            `${at.toISOString()} ${what}: ${by} (${position}), dari ${address}: ${reason}`,
        );
        return { json: all, lines: lines.length === 0 ? ['Belum pernah dibuka.'] : lines };
      }),
    );
}

function revealOutcome(revealed: Revealed): Outcome {
  const { name, nik, accounts } = revealed;
  const lines = accounts.map(({ bankCode, number, accountName, heir, isPending }) => {
    const whose = heir === null ? '' : `, ahli waris ${heir}`;
    const waits = isPending ? ', menunggu orang kedua' : '';
    return `${name}: rekening ${bankCode} ${number} atas nama ${accountName}${whose}${waits}`;
  });
  return { json: revealed, lines: nik === null ? lines : [`${name}: NIK ${nik}`] };
}
