import { maskNik } from '../../core/formats/mask.js';
import { findMoves, type FoundMove } from '../../core/overpayment/find-overpayments.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { groupBy } from '../../core/shared/group-by.js';
import { sumRupiah, type Rupiah } from '../../core/shared/rupiah.js';
import { formatMonth, type ServiceMonth } from '../../core/shared/service-month.js';
import type { NamedCorrectedShare } from './corrected-shares.repository.js';

/** What moved of one kader, month and component, with the corrections that made it. */
export type Found = FoundMove<NamedCorrectedShare>;

/** Honor that one budget line paid and another one has to bear; NIK masked. */
export interface MovedHonor {
  readonly payer: string;
  readonly kader: string;
  readonly nik: string;
  readonly month: ServiceMonth;
  readonly component: string;
  readonly from: string;
  readonly to: string;
  readonly amount: Rupiah;
}

/** What moved of one kader's honor and is not settled yet; NIK masked. */
export interface UnsettledMoves {
  readonly payingBodyId: number;
  readonly payer: string;
  readonly kaderId: number;
  readonly kader: string;
  readonly nik: string;
  readonly moves: readonly MovedHonor[];
}

/** What moved, person by person, in the order of payer and kader. */
export function unsettledOf(corrected: readonly NamedCorrectedShare[]): UnsettledMoves[] {
  const ofPerson = ({ deltas: [{ payingBodyId, kaderId }] }: Found) =>
    `${String(payingBodyId)}/${String(kaderId)}`;
  return [...groupBy(findMoves(corrected), ofPerson).values()]
    .map((found) => {
      const [{ deltas }] = found;
      const [{ payingBodyId, payer, kaderId, kader, nik }] = deltas;
      return { payingBodyId, payer, kaderId, kader, nik: maskNik(nik), moves: found.flatMap(movedHonor) };
    })
    .sort((one, other) => one.payingBodyId - other.payingBodyId || one.kaderId - other.kaderId);
}

/** What moved of one kader, month and component, a sentence for each pair of lines. */
export function movedHonor({ moves, deltas }: Found): MovedHonor[] {
  const [{ payer, kader, nik, serviceMonth: month, component }] = deltas;
  const nameOf = (id: number) => deltas.find(({ sourceId }) => sourceId === id)?.source ?? String(id);
  return moves.map(({ fromSourceId, toSourceId, amount }) => ({
    ...{ payer, kader, nik: maskNik(nik), month, component },
    ...{ from: nameOf(fromSourceId), to: nameOf(toSourceId), amount },
  }));
}

/** Why what moved waits: the line that has to bear it lacks so much room. */
export function noRoom({ moves, deltas }: Found, source: string, missing: Rupiah): DomainError {
  const [{ kader, nik, serviceMonth, component, payer }] = deltas;
  const [month, amount] = [formatMonth(serviceMonth), totalOf(moves)];
  const facts = { kader, nik: maskNik(nik), month, component, amount, source, missing, payer };
  return new DomainError('conflict', 'overpayment.transfer-no-room', facts);
}

/** Whole rupiah of all of them. */
export function totalOf(moves: readonly { readonly amount: Rupiah }[]): Rupiah {
  return sumRupiah(moves.map(({ amount }) => amount));
}
