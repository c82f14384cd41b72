import { randomOf, type Random } from '../../../src/modules/demo/sheets/random.js';
import type { MoneyWish } from './facts.js';
import { months, nagariCodes, OPD, payers } from './world.js';

/** What the offices do with money after each month of a year; the last month stays owed. */
export function planMoney(seed: number): readonly (readonly MoneyWish[])[] {
  const withheld = planWithheld(seed);
  return months.map((_, index) => {
    const random = randomOf(seed, `money ${String(index)}`);
    const close: MoneyWish = { kind: 'close', month: months[index - 3] ?? '' };
    return [
      ...withheld.moves(index),
      { kind: 'mend-accounts', salt: salted(random) },
      ...(index === 11 ? [] : payers.flatMap((payer) => wishesOf(payer, index, withheld, random))),
      ...(index > 2 && random.chance(60) ? [close] : []),
    ];
  });
}

function wishesOf(payer: string, index: number, withheld: Withheld, random: Random): MoneyWish[] {
  const comesToTerms = index > 0 && random.chance(60);
  const recover: MoneyWish = { kind: 'recover', payer, salt: salted(random) };
  const pays = isDue(payer, index) && !withheld.isWaiting(payer, index);
  const pay: MoneyWish = {
    kind: 'pay',
    payer,
    monthsBack: random.chance(25) ? 12 : random.between(3, 5),
    retry: random.chance(50),
    rejectedFirst: random.chance(15),
    answer: random.chance(25) && index < 10 ? 'next-month' : 'now',
    returnedPercent: random.between(0, 8),
    salt: salted(random),
  };
  return [...(comesToTerms ? [recover] : []), ...(pays ? [pay] : [])];
}

function salted(random: Random): number {
  return random.between(0, 1_000_000);
}

/** One body pays every second month, others every third or fourth. */
const EVERY: Readonly<Record<string, number>> = {
  [OPD]: 4,
  [nagariCodes[0] ?? '']: 3,
  [nagariCodes[1] ?? '']: 2,
};

function isDue(payer: string, index: number): boolean {
  return (index + 1) % (EVERY[payer] ?? 3) === 0 || index === 10;
}

interface Withheld {
  isWaiting(payer: string, index: number): boolean;
  moves(index: number): MoneyWish[];
}

/** One body's second tranche of cash comes months late and it waits; another's ceiling is cut, and given back later. */
function planWithheld(seed: number): Withheld {
  const random = randomOf(seed, 'withheld');
  const [late = '', cut = ''] = random.shuffled(nagariCodes);
  const lateFrom = random.between(3, 5);
  const lateTo = lateFrom + random.between(2, 3);
  const cutAt = random.between(5, 7);
  const restoredAt = cutAt + random.between(2, 3);
  return {
    isWaiting: (payer: string, index: number) => payer === late && lateFrom <= index && index < lateTo,
    moves: (index: number): MoneyWish[] => [
      ...payers.flatMap((payer): MoneyWish[] => {
        const at = { first: 0, second: payer === late ? lateTo : lateFrom };
        if (index === at.first) return [{ kind: 'receive', payer, tranche: 'I', percent: 40 }];
        return index === at.second ? [{ kind: 'receive', payer, tranche: 'II', percent: 60 }] : [];
      }),
      ...(index === cutAt ? [{ kind: 'cut' as const, payer: cut }] : []),
      ...(index === restoredAt ? [{ kind: 'restore' as const, payer: cut }] : []),
    ],
  };
}
