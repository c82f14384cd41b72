import { heirStatus } from '../../kader/heir/heir-status.js';
import { formatDate } from '../../shared/plain-date.js';
import { say } from '../statement.js';
import { named, placeOfKader } from './check-roster.js';
import type { Finding, ValidationFacts } from './facts.js';

const OPERATOR = 'operator nagari (Kasi)';

/** Those who died with honor owed to them and no heir whom it can be paid to. */
export function checkHeirs(facts: ValidationFacts): Finding[] {
  return facts.roster.flatMap((one): Finding[] => {
    const { deceasedOn, heir } = one;
    const owed = facts.owedToDead.get(one.kaderId);
    const status = heirStatus(deceasedOn, heir);
    if (owed === undefined || deceasedOn === null || status === 'in-force') return [];
    const common = { area: 'account', ...placeOfKader(one, facts) } as const;
    const about = { kader: named(one), deceasedOn: formatDate(deceasedOn), owed };
    if (heir === null) {
      return [{ ...common, what: say('report.check-no-heir', about), since: deceasedOn, who: OPERATOR }];
    }
    if (status === 'unconfirmed') {
      const what = say('report.check-heir-unconfirmed', { ...about, heir: heir.name });
      return [{ ...common, what, since: heir.recordedOn, who: `siapa pun selain ${heir.recordedBy}` }];
    }
    const proof = { heir: heir.name, proof: formatDate(heir.diedOn) };
    const what = say('report.check-heir-death-differs', { ...about, ...proof });
    return [{ ...common, what, since: heir.recordedOn, who: OPERATOR }];
  });
}
