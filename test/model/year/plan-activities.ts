import { randomOf } from '../../../src/modules/demo/sheets/random.js';
import type { ActivityFact, Month } from './facts.js';
import type { Roll } from './roll.js';
import { months, nagariCodes, nagariOf, posyandu } from './world.js';

/** What a posyandu did on a day, and after which month (0 to 11) its sheet comes in. */
interface Held {
  readonly posyandu: string;
  readonly on: string;
  readonly kind: ActivityFact['kind'];
  readonly comesAfter: number;
}

/** Two days of work a month and posyandu; one sheet in six comes months late. */
export function planHeld(seed: number): readonly Held[] {
  return posyandu.flatMap((number) => {
    const random = randomOf(seed, `activity ${number}`);
    return months.flatMap((month, index) =>
      (['HARI BUKA', 'KUNJUNGAN RUMAH'] as const).map((kind): Held => {
        const day = random.between(1, 28);
        const late = random.chance(16) ? random.between(1, 3) : 0;
        const on = `${month}-${String(day).padStart(2, '0')}`;
        return { posyandu: number, on, kind, comesAfter: Math.min(index + late, 11) };
      }),
    );
  });
}

/** Nearly all who served there that day attended, if the roster knows by now that they served there. */
export function sheetOf(
  held: Held,
  seed: number,
  { truth, known }: { truth: Roll; known: Roll },
): ActivityFact {
  const { posyandu: place, on, kind } = held;
  const random = randomOf(seed, `attendance ${place} ${on} ${kind}`);
  const attended = truth.kader().filter((kader) => {
    const isThere = [truth, known].every((roll) => roll.serviceOf(kader, on)?.posyandu === place);
    return isThere && random.chance(98);
  });
  return { posyandu: place, on, kind, attended };
}

/** Which nagari verifies which months now: all that have something new, unless it puts it off by a month. */
export function planVerified(
  seed: number,
  index: number,
  waiting: readonly ActivityFact[],
): readonly { readonly nagari: string; readonly month: Month }[] {
  const random = randomOf(seed, `verified ${String(index)}`);
  return nagariCodes.flatMap((nagari) => {
    if (random.chance(10) && index < 11) return [];
    const own = waiting.filter((fact) => nagariOf(fact.posyandu) === nagari);
    return [...new Set(own.map(({ on }) => on.slice(0, 7)))].sort().map((month) => ({ nagari, month }));
  });
}
