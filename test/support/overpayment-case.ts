import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  findMoves,
  findOverpayments,
  type CorrectedShare,
} from '../../src/core/overpayment/find-overpayments.js';
import { earningOf, setAsideOverpaid } from '../../src/core/overpayment/set-aside-overpaid.js';
import { groupBy } from '../../src/core/shared/group-by.js';
import { plainDate } from '../../src/core/shared/plain-date.js';
import { sumRupiah } from '../../src/core/shared/rupiah.js';
import { serviceMonth } from '../../src/core/shared/service-month.js';

interface GivenShare {
  readonly kader: string;
  readonly bulan: string;
  readonly sumber: string;
  readonly jumlah: number;
}

/** Reads a golden case of corrections after payment, and answers what becomes of them, in its words. */
export function overpaymentOutcomeOf(folder: string): unknown {
  const given = parse(readFileSync(join(folder, 'honor.yaml'), 'utf8')) as Record<string, GivenShare[]>;
  const [paid, unpaid] = [given.dibayar ?? [], given['belum-dibayar'] ?? []];
  const all = [...paid, ...unpaid];
  const kader = [...new Set(all.map((one) => one.kader))];
  const sources = [...new Set(all.map((one) => one.sumber))];
  const shares = all.map((one, index): CorrectedShare => ({
    entitlementId: index + 1,
    kaderId: kader.indexOf(one.kader) + 1,
    sourceId: sources.indexOf(one.sumber) + 1,
    serviceMonth: serviceMonth(one.bulan),
    component: 'honor-bulanan',
    amount: BigInt(one.jumlah),
    payingBodyId: 1,
    standing: index < paid.length ? 'paid' : 'loose',
    ...{ revision: 1, policy: 'honor v2', legalBasis: '2/2026', calculatedOn: plainDate('2026-10-05') },
  }));
  const sourceOf = (id: number) => sources[id - 1] ?? '';
  const kaderOf = ({ kaderId }: { readonly kaderId: number }) => kader[kaderId - 1];
  const loose = shares.filter(({ standing }) => standing === 'loose');
  const { owed, overpaid, unmoved } = setAsideOverpaid(loose);
  const named = (set: readonly CorrectedShare[]) =>
    [...groupBy(set, earningOf).values()].map((group) => ({
      kader: kaderOf(group[0]),
      bulan: group[0].serviceMonth,
      jumlah: Number(sumRupiah(group.map(({ amount }) => amount))),
    }));
  return {
    'kelebihan-bayar': findOverpayments(shares).map((found) => ({
      kader: kaderOf(found),
      jumlah: Number(found.amount),
      'kembali-ke': Object.fromEntries(
        found.lines.map((line) => [sourceOf(line.sourceId), Number(line.amount)]),
      ),
    })),
    'pindah-sumber': findMoves(shares).flatMap(({ moves, deltas: [first] }) =>
      moves.map((move) => ({
        ...{ kader: kaderOf(first), bulan: first.serviceMonth },
        ...{ dari: sourceOf(move.fromSourceId), ke: sourceOf(move.toSourceId), jumlah: Number(move.amount) },
      })),
    ),
    'masuk-spp': named(owed),
    disisihkan: named(overpaid),
    'menunggu-pindah': named(unmoved),
  };
}
