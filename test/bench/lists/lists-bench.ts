import { InvalidArgumentError, type Command } from 'commander';
import type { Person } from '../../../src/core/access/actor.js';
import type { RosterStatus } from '../../../src/core/report/roster/roster-facts.js';
import { RosterListService } from '../../../src/modules/reports/roster-list.service.js';
import { CurrentActor } from '../../../src/platform/session/current-actor.js';
import { onBenchDatabase, type BenchDatabase } from '../bench-database.js';
import type { RunBench } from '../bench.js';
import { aKabupaten, fillRoster } from './many-kader.js';

const FEW = 1_000;
const PAGE = 100;
const TURNS = 9;
/** A page of a large roster may cost this many times a page of a small one. */
const LIMIT = 4;

const READER: Person = {
  kind: 'person',
  userId: 1,
  username: 'ani',
  fullName: 'Ani',
  grants: [{ role: 'pokjanal', scope: { kind: 'region', code: '13.10' } }],
  hasSecondFactor: false,
};

interface Asked {
  readonly after?: number;
  readonly regionCode?: string;
  readonly name?: string;
  readonly status?: RosterStatus;
}

/** Questions that look at one page only. */
const pages = (kader: number): Readonly<Record<string, Asked>> => ({
  first: {},
  middle: { after: kader / 2 },
  name: { name: 'siti' },
});

export function registerListsBench(program: Command, run: RunBench): Command {
  return program
    .command('lists')
    .description('a page of the roster of a kabupaten with many kader, against one with few')
    .option('--kader <number>', 'kader of the large roster', countArgument, 100_000)
    .action(({ kader }: { kader: number }) =>
      run(() => onBenchDatabase((database) => measure(database, kader))),
    );
}

async function measure(database: BenchDatabase, kader: number) {
  await aKabupaten(database);
  await fillRoster(database, FEW);
  const few = await timesOf(database, FEW);
  await fillRoster(database, kader);
  const many = await timesOf(database, kader);
  const deadMilliseconds = await pageMilliseconds(database, { status: 'meninggal' });
  const nagariMilliseconds = await pageMilliseconds(database, { regionCode: '13.10.04.2001' });
  const ratios = Object.fromEntries(
    Object.entries(many).map(([name, time]) => [name, rounded(time / (few[name] ?? Number.NaN))]),
  );
  return {
    bench: 'lists',
    kader,
    ...{ page: PAGE, few, many, ratios, deadMilliseconds, nagariMilliseconds },
    met: Object.fromEntries(Object.entries(ratios).map(([name, ratio]) => [name, ratio <= LIMIT])),
  };
}

async function timesOf(database: BenchDatabase, kader: number): Promise<Record<string, number>> {
  const times: Record<string, number> = {};
  for (const [name, asked] of Object.entries(pages(kader)))
    times[name] = await pageMilliseconds(database, asked);
  return times;
}

/** The middle one of several times, as somebody of the kabupaten asks it through row-level security. */
async function pageMilliseconds(
  { app }: BenchDatabase,
  { regionCode = '13.10', after, ...asked }: Asked,
): Promise<number> {
  const lists = app.get(RosterListService);
  const times: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const start = performance.now();
    await app
      .get(CurrentActor)
      .read(READER, () => lists.part({ ...asked, regionCode, after, limit: PAGE + 1 }));
    times.push(performance.now() - start);
  }
  return rounded(times.sort((one, other) => one - other)[Math.floor(TURNS / 2)] ?? Number.NaN);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function countArgument(text: string): number {
  if (/^[1-9]\d{3,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('a whole number of kader from 1000 to 9999999');
}
