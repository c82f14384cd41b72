import { Injectable } from '@nestjs/common';
import { reversalProblems, type Reversal } from '../../core/ledger/check-reversal.js';
import { DomainError } from '../../core/shared/domain-error.js';
import type { Queryable } from '../../platform/database/query-rows.js';
import { LedgerReversalsRepository } from './ledger-reversals.repository.js';

/** Where every reversal was changed, so many are named, and the rest counted. */
const NAMED_AT_MOST = 1_000;

/** Holds every entry that reverses another against what it reverses. */
@Injectable()
export class LedgerReversalsService {
  constructor(private readonly repository: LedgerReversalsRepository) {}

  /** Pair by pair, in the transaction of the caller: the memory it takes does not grow with the books. */
  async problems(tx: Queryable): Promise<readonly DomainError[]> {
    const named: DomainError[] = [];
    let unnamed = 0;
    let before: Reversal | undefined;
    for await (const { reversal, original } of this.repository.pairs(tx)) {
      for (const problem of reversalProblems(reversal, original, before)) {
        if (named.length < NAMED_AT_MOST) named.push(problem);
        else unnamed += 1;
      }
      before = reversal;
    }
    if (unnamed > 0) named.push(new DomainError('conflict', 'ledger.more-reversals', { count: unnamed }));
    return named;
  }
}
