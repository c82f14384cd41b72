import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { registerActivityCommands } from './modules/activities/activities.commands.js';
import { registerBookCommands } from './modules/books/books.commands.js';
import { registerControlCommands } from './modules/controls/controls.commands.js';
import { registerDeductionPolicyCommands } from './modules/deductions/deduction-policies.commands.js';
import { registerTaxCommands } from './modules/deductions/tax.commands.js';
import { registerDemoCommand } from './modules/demo/demo.commands.js';
import { registerHonorCommands } from './modules/entitlements/honor.commands.js';
import { registerFundingCommands } from './modules/funding-sources/funding-sources.commands.js';
import { registerPolicyCommands } from './modules/honor-policies/honor-policies.commands.js';
import { registerRosterCommands } from './modules/kader-roster/kader-roster.commands.js';
import { registerLedgerCommands } from './modules/ledger/ledger.commands.js';
import { registerOverpaymentCommands } from './modules/overpayments/overpayments.commands.js';
import { registerDisbursementCommands } from './modules/payment-requests/disbursements.commands.js';
import { registerRequestCommands } from './modules/payment-requests/payment-requests.commands.js';
import { registerRegionCommands } from './modules/regions/regions.commands.js';
import { registerReportCommands } from './modules/reports/reports.commands.js';
import { registerUserCommands } from './modules/users/users.commands.js';
import { openApp } from './open-app.js';
import { SystemClock, type Clock } from './platform/clock.js';
import { commandRunner, type RunCommand } from './platform/command-line/command-runner.js';
import { exitCodes } from './platform/command-line/outcome.js';
import { misuseJson } from './platform/command-line/misuse-json.js';
import { projectFolder, readConfiguration } from './platform/configuration.js';
import type { DatabaseWish } from './platform/database/reach-database.js';

/** The command line: the same services as everything else, one command a process. */
async function main(words: readonly string[]): Promise<void> {
  const program = new Command('honor')
    .description('Honor kader Posyandu: daftar kader, kegiatan, honor, pembayaran, buku besar')
    .version(versionOf(projectFolder()), '--version', 'menulis versi program')
    .option('--json', 'menulis satu dokumen JSON ke keluaran');
  const asJson = () => program.opts<{ json?: boolean }>().json === true;
  const runnerOn = (database: DatabaseWish, clock: Clock): RunCommand =>
    commandRunner(() => openApp({ configuration: readConfiguration(), database, clock }), asJson);
  const run = runnerOn({ name: 'honor', fresh: false }, new SystemClock());
  const registrations = [
    registerUserCommands,
    registerRegionCommands,
    registerRosterCommands,
    registerActivityCommands,
    registerPolicyCommands,
    registerFundingCommands,
    registerDeductionPolicyCommands,
    registerHonorCommands,
    registerRequestCommands,
    registerControlCommands,
    registerDisbursementCommands,
    registerTaxCommands,
    registerOverpaymentCommands,
    registerLedgerCommands,
    registerBookCommands,
    registerReportCommands,
  ];
  for (const register of registrations) register(program, run);
  registerDemoCommand(program, (clock) => runnerOn({ name: 'honor_demo', fresh: true }, clock));
  for (const command of [program, ...descendantsOf(program)]) command.exitOverride();
  await program.parseAsync([...words], { from: 'user' });
}

function descendantsOf(command: Command): Command[] {
  return command.commands.flatMap((child) => [child, ...descendantsOf(child)]);
}

function versionOf(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return version;
}

const words = process.argv.slice(2);
main(words).catch((error: unknown) => {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.misuse;
    // Asked of the words themselves: nothing else was understood of them.
    const wantsJson = error.exitCode !== 0 && words.includes('--json');
    if (wantsJson) process.stdout.write(`${misuseJson(error)}\n`);
    return;
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = exitCodes.fault;
});
