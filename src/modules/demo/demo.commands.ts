import { join, resolve } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { InvalidArgumentError, type Command } from 'commander';
import { SteppedClock } from '../../platform/clock.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { withProgressBar } from '../../platform/command-line/progress-bar.js';
import { projectFolder } from '../../platform/configuration.js';
import { demoDays } from './demo-context.js';
import { demoReport } from './demo-report.js';
import { demoSummary } from './demo-summary.js';
import { DemoRepository } from './demo.repository.js';
import { prepareFolder } from './prepare-folder.js';
import { demoFailures, runDemo } from './run-demo.js';
import { readDemoRegions } from './sheets/read-demo-regions.js';
import { writeDemoSheets } from './sheets/write-demo-sheets.js';

/** Two for each of the 52 nagari: every one of them is a payer, and must have somebody to pay. */
const FEWEST_KADER = 104;

interface DemoOptions {
  readonly out: string;
  readonly kader: number;
  readonly seed: number;
}

/** Registers the demonstration, which runs on a database of its own, made afresh each time. */
export function registerDemoCommand(program: Command, runnerOn: (clock: SteppedClock) => RunCommand): void {
  program
    .command('demo')
    .description('menjalankan satu triwulan penuh pada data contoh, dari lembar kiriman sampai buku besar')
    .option('--out <folder>', 'folder hasil', 'out')
    .option(
      '--kader <count>',
      `jumlah kader yang berhak, paling sedikit ${String(FEWEST_KADER)}`,
      kaderArgument,
      1315,
    )
    .option('--seed <number>', 'benih data contoh', countArgument, 2026)
    .action((options: DemoOptions) => {
      const clock = new SteppedClock(demoDays.start);
      return runnerOn(clock)((app) => app.get(DemoRepository).alone(() => demonstrate(app, clock, options)));
    });
}

async function demonstrate(app: INestApplicationContext, clock: SteppedClock, options: DemoOptions) {
  const out = resolve(options.out);
  await prepareFolder(out);
  const { kader, seed } = options;
  const regions = await readDemoRegions(join(projectFolder(), 'config', 'regions', '13.10-dharmasraya.csv'));
  const sheets = await writeDemoSheets({ folder: join(out, 'lembar'), kader, seed, regions });
  const result = await runDemo({ app, clock, out, sheets, progress: withProgressBar }, regions);
  const failures = demoFailures(result, kader);
  const failed = failures.map((failure) => `GAGAL: ${failure}`);
  return {
    json: demoSummary(result),
    lines: [...demoReport(result), ...failed],
    refused: failures.length > 0,
  };
}

function countArgument(text: string): number {
  const count = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  if (count > 0) return count;
  throw new InvalidArgumentError('Tulis bilangan bulat lebih dari nol.');
}

function kaderArgument(text: string): number {
  const count = countArgument(text);
  if (count >= FEWEST_KADER) return count;
  throw new InvalidArgumentError(
    `Tulis paling sedikit ${String(FEWEST_KADER)}, supaya tiap nagari mempunyai kader yang dibayar.`,
  );
}
