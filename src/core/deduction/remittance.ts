import { batchKinds, journalEntry, NO_PARTY, type JournalBatch } from '../ledger/journal.js';
import { DomainError } from '../shared/domain-error.js';
import { plainDate, type PlainDate } from '../shared/plain-date.js';
import type { Rupiah } from '../shared/rupiah.js';
import { firstDayOf, nextMonth, type ServiceMonth } from '../shared/service-month.js';
import type { DeductionKind } from './deduction-policy.js';
import { deductionName } from './policy-in-force.js';
import { isProof, type ProofShape } from './proof-shapes.js';

/** Money passed on to the treasury or to BPJS, with the proof that it came in there. */
export interface Remittance {
  readonly kind: DeductionKind;
  /** The month in which the honor was paid out. */
  readonly period: ServiceMonth;
  readonly amount: Rupiah;
  /** NTPN of a tax payment; the receipt of a contribution. */
  readonly proof: string;
  readonly on: PlainDate;
}

/** A remittance that is recorded, with whose it is. */
export interface RecordedRemittance extends Remittance {
  readonly payer: string;
}

export interface RemittanceFacts {
  readonly payer: string;
  /** Of this payer, kind and month: what was withheld less what was remitted. */
  readonly owed: Rupiah;
  /** The remittance of the same kind with the same proof. */
  readonly earlier: RecordedRemittance | undefined;
  /** What a proof of this kind looks like. */
  readonly shape: ProofShape;
  readonly today: PlainDate;
}

/**
 * Whether a remittance is new or was recorded before by the same command.
 *
 * @throws DomainError when its proof cannot be one, stands for another remittance, its day cannot be, or it is
 * more than is owed
 */
export function planRemittance(remittance: Remittance, facts: RemittanceFacts): 'new' | 'recorded' {
  const { kind, period, amount, proof, on } = remittance;
  const { payer, owed, earlier, shape, today } = facts;
  // What was recorded stays so, also when the shape has changed since.
  if (earlier !== undefined) return sameOrRefused(remittance, payer, earlier);
  if (!isProof(shape, proof)) {
    throw new DomainError('invalid', 'remittance.proof-unreadable', { proof, expected: shape.words });
  }
  if (on > today) throw new DomainError('invalid', 'remittance.in-future', { on, today });
  if (on < firstDayOf(period)) throw new DomainError('invalid', 'remittance.before-period', { on, period });
  if (amount <= owed) return 'new';
  const named = { kind: deductionName(kind), payer, period };
  const left = owed > 0n ? owed : 0n;
  throw new DomainError('conflict', 'remittance.above-owed', { ...named, owed: left, amount });
}

/** The day until which a month is remitted. */
export function dueOn(period: ServiceMonth, dueDay: number): PlainDate {
  return plainDate(`${nextMonth(period)}-${String(dueDay).padStart(2, '0')}`);
}

/** The journal of a remittance: what was owed on, against the cash of the paying body. */
export function remittanceBatch(
  { kind, period, amount, proof, on }: Remittance,
  place: { readonly payer: string; readonly regionCode: string },
  accounts: { readonly payableAccountId: number; readonly cashAccountId: number },
): JournalBatch {
  const memo = `Setor ${deductionName(kind)} ${place.payer} masa ${period}, bukti ${proof}`;
  const lines = [
    { accountId: accounts.payableAccountId, amount },
    { accountId: accounts.cashAccountId, amount: -amount },
  ];
  return {
    kind: batchKinds.remittance,
    effectiveOn: on,
    idempotencyKey: `remit/${kind}/${proof}`,
    entries: [journalEntry({ partyId: NO_PARTY, regionCode: place.regionCode, memo, lines })],
  };
}

function sameOrRefused(wanted: Remittance, payer: string, earlier: RecordedRemittance): 'recorded' {
  const isSame =
    earlier.payer === payer &&
    earlier.period === wanted.period &&
    earlier.amount === wanted.amount &&
    earlier.on === wanted.on;
  if (isSame) return 'recorded';
  const { kind, ...before } = earlier;
  throw new DomainError('conflict', 'remittance.proof-used', { ...before, kind: deductionName(kind) });
}
