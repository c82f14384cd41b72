import { statusOn } from '../roster/roster-facts.js';
import { say } from '../statement.js';
import { named, placeOfKader } from './check-roster.js';
import type { Finding, ValidationFacts } from './facts.js';

const OPERATOR = 'operator nagari (Kasi)';

/** Accounts that money cannot be sent to, of everybody who serves. */
export function checkAccounts(facts: ValidationFacts): Finding[] {
  return facts.roster
    .filter((one) => statusOn(one, facts.on) === 'aktif')
    .flatMap((one): Finding[] => {
      const common = { area: 'account', ...placeOfKader(one, facts) } as const;
      const kader = named(one);
      const { pending, account, returned } = one;
      if (pending !== null) {
        const who = `siapa pun selain ${pending.recordedBy}`;
        const what = say('report.check-account-pending', { kader });
        return [{ ...common, what, since: pending.recordedOn, who }];
      }
      if (account === null) {
        return [{ ...common, what: say('report.check-no-account', { kader }), since: null, who: OPERATOR }];
      }
      if (returned === null) return [];
      const what = say('report.check-account-returned', { kader, note: returned.note });
      return [{ ...common, what, since: returned.on, who: OPERATOR }];
    });
}
