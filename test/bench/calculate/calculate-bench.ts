import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import type { RunBench } from '../bench.js';
import type { Outcome, Share } from './calculate-chunks.js';
import { benchMonths } from './country.js';

/** What issue 4 promises, of one core. */
const KADER_MONTHS_A_SECOND = 200_000;

interface Wish {
  readonly kader: number;
  readonly months: number;
}

/** A way to divide the work; the result must not depend on it. */
interface Division {
  readonly workers: number;
  readonly chunk: number;
}

const divisions: readonly [Division, Division] = [
  { workers: 1, chunk: 1_000 },
  { workers: 2, chunk: 777 },
];

export function registerCalculateBench(program: Command, run: RunBench): Command {
  return program
    .command('calculate')
    .description('honor of a whole country with its reasons, divided in two ways')
    .option('--kader <number>', 'kader', countArgument, 1_500_000)
    .option('--months <number>', 'service months of each, at most 6', monthsArgument, 3)
    .action((wish: Wish) => run(() => measure(wish)));
}

async function measure(wish: Wish) {
  const [alone, together] = [await divided(wish, divisions[0]), await divided(wish, divisions[1])];
  const kaderMonths = wish.kader * wish.months;
  const perCore = Math.round(kaderMonths / alone.cpuSeconds);
  const { lines, exclusions, reasons, gross, digest } = alone;
  const isSame = JSON.stringify(resultOf(alone)) === JSON.stringify(resultOf(together));
  return {
    bench: 'calculate',
    ...wish,
    kaderMonths,
    ...{ lines, exclusions, reasons, gross, digest: digest.toString(16) },
    divisions,
    cpuSeconds: [alone.cpuSeconds, together.cpuSeconds].map(rounded),
    wallSeconds: [alone.seconds, together.seconds].map(rounded),
    kaderMonthsPerCpuSecond: perCore,
    kaderMonthsPerWallSecond: Math.round(kaderMonths / alone.seconds),
    node: process.version,
    cpus: cpus().length,
    met: { speed: perCore >= KADER_MONTHS_A_SECOND, independentOfDivision: isSame },
  };
}

async function divided({ kader, months }: Wish, { workers, chunk }: Division): Promise<Outcome> {
  const size = Math.ceil(kader / workers);
  const outcomes = await Promise.all(
    Array.from({ length: workers }, (_, worker) => {
      const from = worker * size + 1;
      const to = Math.min(kader, (worker + 1) * size);
      return workOut(kader, { from, to, chunk, months: benchMonths.slice(0, months) });
    }),
  );
  return outcomes.reduce(added);
}

/** In a process of its own: it has its own memory to collect, and its CPU time can be told. */
async function workOut(kader: number, share: Share): Promise<Outcome> {
  const program = join(import.meta.dirname, 'calculate-program.js');
  // Results of a chunk live for a moment: room for them keeps them from being taken for long-lived.
  const worker = fork(program, { serialization: 'advanced', execArgv: ['--max-semi-space-size=64'] });
  worker.send({ kader, share });
  const [outcome] = (await once(worker, 'message')) as [Outcome];
  return outcome;
}

function added(one: Outcome, other: Outcome): Outcome {
  return {
    seconds: Math.max(one.seconds, other.seconds),
    cpuSeconds: one.cpuSeconds + other.cpuSeconds,
    lines: one.lines + other.lines,
    exclusions: one.exclusions + other.exclusions,
    reasons: one.reasons + other.reasons,
    gross: one.gross + other.gross,
    digest: BigInt.asUintN(64, one.digest + other.digest),
  };
}

function resultOf({ lines, exclusions, reasons, gross, digest }: Outcome): string[] {
  return [lines, exclusions, reasons, gross, digest].map(String);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function countArgument(text: string): number {
  if (/^[1-9]\d{0,7}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('a whole number from 1 to 99999999');
}

function monthsArgument(text: string): number {
  if (/^[1-9]$/.test(text) && Number(text) <= benchMonths.length) return Number(text);
  throw new InvalidArgumentError(`a whole number from 1 to ${String(benchMonths.length)}`);
}
