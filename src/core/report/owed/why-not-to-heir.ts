import { maskNik } from '../../formats/mask.js';
import { heirStatus } from '../../kader/heir/heir-status.js';
import { formatDate } from '../../shared/plain-date.js';
import type { personFor } from '../office.js';
import { say, type Statement } from '../statement.js';
import type { HeirFacts, PayeeFacts } from './facts.js';

interface WithoutHeir {
  readonly reason: Statement;
  readonly part: Parameters<typeof personFor>[1];
  readonly todo: Statement;
}

/** Why what a dead kader earned cannot go to an heir yet, and what to do; undefined while she lives, or when it can. */
export function whyNotToHeir({ deceasedOn, heir, nik }: PayeeFacts): WithoutHeir | undefined {
  const status = heirStatus(deceasedOn, heir);
  if (deceasedOn === null || status === 'not-needed' || status === 'in-force') return undefined;
  const [kader, died] = [maskNik(nik), formatDate(deceasedOn)];
  if (heir === null) {
    const reason = say('report.held-deceased', { deceasedOn: died });
    return { reason, part: 'prepares', todo: say('report.todo-heir', { kader }) };
  }
  return status === 'unconfirmed'
    ? waitingForSecond(heir, kader, died)
    : {
        reason: say('report.held-heir-death-differs', {
          ...{ deceasedOn: died, proof: formatDate(heir.diedOn), heir: heir.name },
        }),
        part: 'prepares',
        todo: say('report.todo-heir-again', { kader }),
      };
}

function waitingForSecond(
  { name, recordedBy, accountNumber }: HeirFacts,
  kader: string,
  deceasedOn: string,
): WithoutHeir {
  const facts = { recordedBy, kader, lastDigits: accountNumber.slice(-4) };
  return {
    reason: say('report.held-heir-unconfirmed', { deceasedOn, heir: name, recordedBy }),
    part: 'verifies',
    todo: say('report.todo-confirm-heir', facts),
  };
}
