import type { HonorRules } from '../../../src/core/honor/calculate-kader-month.js';
import { calculateRegion } from '../../../src/core/honor/calculate-region.js';
import { canonicalJson } from '../../../src/core/shared/canonical-json.js';
import type { ServiceMonth } from '../../../src/core/shared/service-month.js';
import { sha256 } from '../../../src/platform/sha256.js';
import { kaderOfCountry } from './country.js';

/** Which kader, by number, and how many are worked out in one call. */
export interface Share {
  readonly from: number;
  readonly to: number;
  readonly chunk: number;
  readonly months: readonly ServiceMonth[];
}

/** What came out of a share of the country. */
export interface Outcome {
  /** Wall time and CPU time of working out alone: neither making the facts nor taking the digest. */
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly lines: number;
  readonly exclusions: number;
  readonly reasons: number;
  readonly gross: bigint;
  /** Of every line and exclusion with its reasons; adds up over shares, in whichever order. */
  readonly digest: bigint;
}

/** Works out a share of the country chunk by chunk; between chunks it takes the digest, which is not timed. */
export function calculateShare({ from, to, chunk, months }: Share, rules: HonorRules): Outcome {
  const total = { seconds: 0, cpuSeconds: 0, lines: 0, exclusions: 0, reasons: 0, gross: 0n, digest: 0n };
  for (let first = from; first <= to; first += chunk) {
    const last = Math.min(to, first + chunk - 1);
    const kader = Array.from({ length: last - first + 1 }, (_, index) => kaderOfCountry(first + index));
    const [start, cpu] = [performance.now(), process.cpuUsage()];
    const { lines, exclusions } = calculateRegion(kader, months, rules);
    total.seconds += (performance.now() - start) / 1000;
    total.cpuSeconds += cpuSecondsSince(cpu);
    total.lines += lines.length;
    total.exclusions += exclusions.length;
    for (const line of lines) {
      total.reasons += line.reasons.length;
      total.gross += line.amount;
      total.digest += digestOf(line);
    }
    for (const exclusion of exclusions) total.digest += digestOf(exclusion);
  }
  return { ...total, digest: BigInt.asUintN(64, total.digest) };
}

// All threads of the process: also those that collect garbage beside the one that works.
function cpuSecondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000_000;
}

function digestOf(content: unknown): bigint {
  return sha256(canonicalJson(content)).readBigUInt64BE();
}
