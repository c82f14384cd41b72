import { accrualEntry, type SourceAccounts } from '../ledger/journals-of-honor.js';
import { batchKinds, type JournalBatch } from '../ledger/journal.js';
import { groupBy } from '../shared/group-by.js';
import { invariant } from '../shared/invariant.js';
import type { PlainDate } from '../shared/plain-date.js';
import { formatMonth, lastDayOf } from '../shared/service-month.js';
import type { EntitlementChange } from './entitlement-changes.js';

/**
 * The journals of a calculation: one batch a service month, effective on its last day, or on the day of the calculation
 * where that one is earlier: what is owed before its month is over is owed from then on. One entry a line.
 *
 * @param accountsOf the two accounts of each budget line, by its id
 * @param on the day of the calculation
 */
export function accrualBatches(
  calculationId: number,
  changes: readonly EntitlementChange[],
  accountsOf: ReadonlyMap<number, SourceAccounts>,
  on: PlainDate,
): JournalBatch[] {
  const byMonth = [...groupBy(changes, (change) => change.month)].sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  return byMonth.map(([month, ofMonth]) => ({
    kind: batchKinds.accrual,
    effectiveOn: lastDayOf(month) < on ? lastDayOf(month) : on,
    idempotencyKey: `accrual/${String(calculationId)}/${month}`,
    entries: ofMonth.map((change) =>
      accrualEntry(
        {
          partyId: change.kaderId,
          regionCode: change.nagariCode,
          memo: `${change.revision === 0 ? 'Honor' : 'Koreksi honor'} ${change.component} ${formatMonth(month)}`,
        },
        change.shares.map(({ sourceId, amount }) => ({ ...required(accountsOf, sourceId), amount })),
      ),
    ),
  }));
}

function required(accountsOf: ReadonlyMap<number, SourceAccounts>, sourceId: number): SourceAccounts {
  const accounts = accountsOf.get(sourceId);
  invariant(accounts !== undefined, `budget line ${String(sourceId)} has its accounts`);
  return accounts;
}
