import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import type { AppOptions } from './app.module.js';
import { maskLongNumbers } from './core/formats/mask-long-numbers.js';
import { registerAccessCommands } from './modules/access/access.commands.js';
import { registerActivityCommands } from './modules/activities/activities.commands.js';
import { registerApprovalBandCommands } from './modules/approvals/approval-bands.commands.js';
import { registerDelegationCommands } from './modules/approvals/delegations.commands.js';
import { registerActivityTypeCommands } from './modules/activity-types/activity-types.commands.js';
import { registerBidangCommands } from './modules/bidang/bidang.commands.js';
import { registerBookCommands } from './modules/books/books.commands.js';
import { registerControlCommands } from './modules/controls/controls.commands.js';
import { registerDeductionPolicyCommands } from './modules/deductions/deduction-policies.commands.js';
import { registerTaxCommands } from './modules/deductions/tax.commands.js';
import { registerDemoCommand } from './modules/demo/demo.commands.js';
import { registerHonorCommands } from './modules/entitlements/honor.commands.js';
import { registerFundingCommands } from './modules/funding-sources/funding-sources.commands.js';
import { registerPolicyCommands } from './modules/honor-policies/honor-policies.commands.js';
import { registerAuditCommands } from './modules/audit/audit.commands.js';
import { registerIdentityCommands } from './modules/identity/identity.commands.js';
import { registerTokenCommands } from './modules/identity/tokens.commands.js';
import { registerRosterCommands } from './modules/kader-roster/kader-roster.commands.js';
import { registerLedgerCommands } from './modules/ledger/ledger.commands.js';
import { registerOverpaymentCommands } from './modules/overpayments/overpayments.commands.js';
import { registerDisbursementCommands } from './modules/payment-requests/disbursements.commands.js';
import { registerRequestCommands } from './modules/payment-requests/payment-requests.commands.js';
import { registerKeyCommands } from './modules/privacy/keys.commands.js';
import { registerPrivacyCommands } from './modules/privacy/privacy.commands.js';
import { registerReferralCommands } from './modules/referrals/referrals.commands.js';
import { registerRegionCommands } from './modules/regions/regions.commands.js';
import { registerReportCommands } from './modules/reports/reports.commands.js';
import { registerUserCommands } from './modules/users/users.commands.js';
import { SYSTEM } from './core/access/actor.js';
import type { Circumstances } from './core/audit/stated-act.js';
import { CurrentActor } from './platform/session/current-actor.js';
import type { Clock } from './platform/clock.js';
import {
  commandRunner,
  type ActOnApp,
  type Answers,
  type RunCommand,
} from './platform/command-line/command-runner.js';
import { misuseJson } from './platform/command-line/misuse-json.js';
import { exitCodes, type Outcome } from './platform/command-line/outcome.js';
import { projectFolder } from './platform/configuration.js';
import type { DatabaseWish } from './platform/database/reach-database.js';

/** What a command finds around it: in a process of its own that of the process, in a test what the test gives. */
export interface Surroundings extends Omit<Answers, 'exitCode'> {
  readonly clock: Clock;
  /** Gives an app as it is wished to the act, for as long as the act runs. */
  readonly withApp: (wish: Pick<AppOptions, 'database' | 'clock'>, act: ActOnApp) => Promise<Outcome>;
}

/** Runs the command that the words say, and gives its exit code. It throws nothing: what fails is answered. */
export async function runProgram(words: readonly string[], surroundings: Surroundings): Promise<number> {
  let exitCode: number = exitCodes.done;
  const { stdout, stderr } = surroundings;
  const answers = { stdout, stderr, exitCode: (code: number) => (exitCode = code) };
  try {
    await programOf(surroundings, answers).parseAsync([...words], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return endedByParser(error, words, answers);
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    answers.stderr(`${maskLongNumbers(told)}\n`);
    return exitCodes.fault;
  }
}

/** Every command, as the parser knows them. */
export function programOf(surroundings: Surroundings, answers: Answers): Command {
  // The commands below inherit how it ends and where it writes.
  const program = new Command('honor')
    .exitOverride()
    .configureOutput({
      writeOut: answers.stdout,
      writeErr: (text) => {
        answers.stderr(maskLongNumbers(text));
      },
    })
    .description('Honor kader Posyandu: daftar kader, kegiatan, honor, pembayaran, buku besar')
    .version(versionOf(projectFolder()), '--version', 'menulis versi program')
    .option('--json', 'menulis satu dokumen JSON ke keluaran');
  const asJson = () => program.opts<{ json?: boolean }>().json === true;
  let asked: Partial<Circumstances> = {};
  program.hook('preAction', (_, command) => {
    asked = saidBy(command.opts());
  });
  const runnerOn = (database: DatabaseWish, clock: Clock): RunCommand => {
    const inName = (act: ActOnApp): ActOnApp => {
      return (app) => app.get(CurrentActor).run(SYSTEM, () => act(app), asked);
    };
    return commandRunner((act) => surroundings.withApp({ database, clock }, inName(act)), asJson, answers);
  };
  const run = runnerOn({ name: 'honor', fresh: false }, surroundings.clock);
  for (const register of registrations) register(program, run);
  registerDemoCommand(program, (clock) => runnerOn({ name: 'honor_demo', fresh: true }, clock));
  return program;
}

/** Whom a command acts for, and why, as its options say. */
function saidBy({ by, reason, basis, note }: Readonly<Record<string, unknown>>): Partial<Circumstances> {
  const why = [reason, basis, note].find((text) => typeof text === 'string') ?? '';
  return { reason: why, ...(typeof by === 'string' && { by }) };
}

const registrations: readonly ((program: Command, run: RunCommand) => void)[] = [
  registerUserCommands,
  registerAccessCommands,
  registerIdentityCommands,
  registerTokenCommands,
  registerKeyCommands,
  registerRegionCommands,
  registerRosterCommands,
  registerActivityTypeCommands,
  registerActivityCommands,
  registerBidangCommands,
  registerReferralCommands,
  registerPolicyCommands,
  registerFundingCommands,
  registerDeductionPolicyCommands,
  registerHonorCommands,
  registerApprovalBandCommands,
  registerDelegationCommands,
  registerRequestCommands,
  registerControlCommands,
  registerDisbursementCommands,
  registerTaxCommands,
  registerOverpaymentCommands,
  registerLedgerCommands,
  registerBookCommands,
  registerReportCommands,
  registerAuditCommands,
  registerPrivacyCommands,
];

// Help and version end the parser as misuse does, but were asked for.
function endedByParser(error: CommanderError, words: readonly string[], answers: Answers): number {
  if (error.exitCode === 0) return exitCodes.done;
  // Asked of the words themselves: nothing else was understood of them.
  if (words.includes('--json')) answers.stdout(`${misuseJson(error)}\n`);
  return exitCodes.misuse;
}

function versionOf(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return version;
}
