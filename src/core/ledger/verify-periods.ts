import { DomainError } from '../shared/domain-error.js';
import { monthOf, nextMonth, type ServiceMonth } from '../shared/service-month.js';
import {
  trialBalanceHash,
  type AccountNames,
  type AccountTotals,
  type SealedBatch,
  type Sha256,
} from './chain-hash.js';
import {
  closedThroughAfter,
  closingKinds,
  closingRoot,
  isClosingKind,
  isSamePerson,
  type ClosingKind,
  type ClosingStatement,
} from './closing.js';
import { sameBytes } from './verify-batch.js';

/** What is stored of a closing or reopening beside its batch. */
export type StoredClosing = Pick<ClosingStatement, 'reason' | 'requestedBy' | 'balanceHash'>;

/**
 * Follows the periods along the chain: each batch was reported in the month of its day or, when that was closed at
 * that position, in the first open one after it, and in no other, where no report would look for it; months closed in order, each closing states the balances of that moment, and each reopening has a second person.
 */
export class PeriodVerifier {
  private readonly balances = new Map<number, { debit: bigint; credit: bigint }>();
  private closedThrough: ServiceMonth | undefined;

  constructor(
    private readonly names: AccountNames,
    private readonly sha256: Sha256,
  ) {}

  /** Takes the batches in order of position, each with its own verified totals. */
  check(
    batch: SealedBatch,
    totals: readonly AccountTotals[],
    stored?: StoredClosing,
  ): readonly DomainError[] {
    if (isClosingKind(batch.kind)) return this.checkClosing(batch, batch.kind, stored);
    for (const { accountId, debit, credit } of totals) {
      const balance = this.balances.get(accountId) ?? { debit: 0n, credit: 0n };
      balance.debit += debit;
      balance.credit += credit;
      this.balances.set(accountId, balance);
    }
    const facts = { batch: batch.id, period: batch.period };
    const problems: DomainError[] = [];
    if (batch.period !== this.periodOf(monthOf(batch.effectiveOn)))
      problems.push(new DomainError('conflict', 'ledger.period-wrong', facts));
    if (stored) problems.push(new DomainError('conflict', 'ledger.closing-differs', facts));
    return problems;
  }

  private checkClosing(
    batch: SealedBatch,
    kind: ClosingKind,
    stored: StoredClosing | undefined,
  ): DomainError[] {
    const period = batch.period as ServiceMonth;
    const facts = { batch: batch.id, period };
    const problems: DomainError[] = [];
    const expected = kind === closingKinds.reopening ? this.closedThrough : this.nextToClose(period);
    if (period !== expected) problems.push(new DomainError('conflict', 'ledger.closing-out-of-order', facts));
    this.closedThrough = closedThroughAfter({ kind, period });
    if (!stored || !sameBytes(closingRoot({ kind, period, ...stored }, this.sha256), batch.root))
      problems.push(new DomainError('conflict', 'ledger.closing-differs', facts));
    if (stored && !sameBytes(stored.balanceHash, this.balanceHash()))
      problems.push(new DomainError('conflict', 'ledger.closing-balance-differs', facts));
    if (stored && (kind === closingKinds.reopening) === isSamePerson(stored.requestedBy, batch.actor))
      problems.push(new DomainError('conflict', 'ledger.closing-hands', facts));
    return problems;
  }

  /** The month in which something of this month is to be reported. */
  private periodOf(month: ServiceMonth): ServiceMonth {
    const { closedThrough } = this;
    return closedThrough === undefined || month > closedThrough ? month : nextMonth(closedThrough);
  }

  private nextToClose(period: ServiceMonth): ServiceMonth {
    return this.closedThrough === undefined ? period : nextMonth(this.closedThrough);
  }

  private balanceHash(): Uint8Array {
    const totals = [...this.balances]
      .map(([accountId, total]) => ({ accountId, ...total }))
      .sort((one, other) => one.accountId - other.accountId);
    return trialBalanceHash(totals, this.names, this.sha256);
  }
}
