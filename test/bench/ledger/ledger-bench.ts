import { cpus } from 'node:os';
import { InvalidArgumentError, type Command } from 'commander';
import { DataSource } from 'typeorm';
import { batchKinds } from '../../../src/core/ledger/journal.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { LedgerVerificationService } from '../../../src/modules/ledger/ledger-verification.service.js';
import { LedgerService } from '../../../src/modules/ledger/ledger.service.js';
import { onBenchDatabase, type BenchDatabase } from '../bench-database.js';
import type { RunBench } from '../bench.js';
import { nationalEntries, type BudgetLine } from './national-entries.js';
import { rawCopy } from './raw-copy.js';

const BUDGET_LINES = 500;
/** The kader of Dharmasraya: the usual run. */
const SMALL_RUN = 1_315;
const SMALL_RUNS = 9;

/** What issue 3 promises: at most 8 times raw COPY, in 300 MB, checked in 30 s, a usual run in 100 ms. */
const LIMITS = { ratio: 8, megabytes: 300, verifySeconds: 30, smallRunMilliseconds: 100 };

export function registerLedgerBench(program: Command, run: RunBench): Command {
  return program
    .command('ledger')
    .description('posting, sealing and verifying one large batch, against raw COPY of the same lines')
    .option('--entries <number>', 'entries of the large batch', countArgument, 1_500_000)
    .action(({ entries }: { entries: number }) =>
      run(() => onBenchDatabase((database) => measure(database, entries))),
    );
}

async function measure({ app, owner }: BenchDatabase, entries: number) {
  const [ledger, dataSource] = [app.get(LedgerService), app.get(DataSource)];
  const budgetLines = await dataSource.transaction(async (tx) => {
    const made: BudgetLine[] = [];
    for (let number = 1; number <= BUDGET_LINES; number += 1) {
      const [expense, payable] = [
        `Expenses:Honor:B${String(number)}`,
        `Liabilities:Honor:B${String(number)}`,
      ];
      made.push({
        expense: await ledger.ensureAccount(tx, expense, 'X'),
        payable: await ledger.ensureAccount(tx, payable, 'L'),
      });
    }
    return made;
  });
  const post = async (count: number, idempotencyKey: string) => {
    const heading = { kind: batchKinds.accrual, effectiveOn: plainDate('2026-07-31'), idempotencyKey };
    const batch = { ...heading, entries: nationalEntries(count, budgetLines) };
    const { seconds } = await timed(() => dataSource.transaction((tx) => ledger.post(tx, batch, 'bench')));
    return seconds;
  };
  const smallRunMilliseconds =
    1000 * (await medianOf(SMALL_RUNS, (turn) => post(SMALL_RUN, `small-${String(turn)}`)));
  // What one part wrote is on the disk before the next is timed, else each would pay for the one before it.
  await owner.query('checkpoint');
  const before = await rawCopy(owner, entries, budgetLines);
  await owner.query('checkpoint');
  const postSeconds = await post(entries, 'large');
  await owner.query('checkpoint');
  const after = await rawCopy(owner, entries, budgetLines);
  // Before and after: a machine that others use too is not equally quiet all the time.
  const raw = { lines: after.lines, seconds: (before.seconds + after.seconds) / 2 };
  const verification = await timed(() => app.get(LedgerVerificationService).verify());
  const [verifySeconds, { verified }] = [verification.seconds, verification.answer];
  const peakRssMegabytes = process.resourceUsage().maxRSS / 1024;
  const ratioToRawCopy = postSeconds / raw.seconds;
  return {
    bench: 'ledger',
    entries,
    lines: raw.lines,
    postSeconds: rounded(postSeconds),
    rawCopySeconds: rounded(raw.seconds),
    rawCopySecondsBeforeAndAfter: [rounded(before.seconds), rounded(after.seconds)],
    ratioToRawCopy: rounded(ratioToRawCopy),
    entriesPerSecond: Math.round(entries / postSeconds),
    verifySeconds: rounded(verifySeconds),
    verified,
    peakRssMegabytes: Math.round(peakRssMegabytes),
    smallRunEntries: SMALL_RUN,
    smallRunMilliseconds: rounded(smallRunMilliseconds),
    node: process.version,
    postgres: await serverVersion(owner),
    cpus: cpus().length,
    met: {
      ratio: ratioToRawCopy <= LIMITS.ratio,
      memory: peakRssMegabytes < LIMITS.megabytes,
      verification: verified && verifySeconds < LIMITS.verifySeconds,
      smallRun: smallRunMilliseconds < LIMITS.smallRunMilliseconds,
    },
  };
}

async function serverVersion(owner: BenchDatabase['owner']): Promise<string> {
  const { rows } = await owner.query<{ server_version: string }>('show server_version');
  return rows[0]?.server_version ?? '';
}

async function timed<Answer>(work: () => Promise<Answer>): Promise<{ seconds: number; answer: Answer }> {
  const start = performance.now();
  const answer = await work();
  return { seconds: (performance.now() - start) / 1000, answer };
}

async function medianOf(turns: number, measureOnce: (turn: number) => Promise<number>): Promise<number> {
  const measured: number[] = [];
  for (let turn = 1; turn <= turns; turn += 1) measured.push(await measureOnce(turn));
  return measured.sort((one, other) => one - other)[Math.floor(turns / 2)] ?? Number.NaN;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function countArgument(text: string): number {
  if (/^[1-9]\d{0,7}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('a whole number of entries from 1 to 99999999');
}
