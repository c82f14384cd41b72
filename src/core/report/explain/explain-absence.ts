import type { ErrorCode } from '../../messages/catalog.js';
import { formatDate } from '../../shared/plain-date.js';
import { formatMonth } from '../../shared/service-month.js';
import { task, type Task } from '../office.js';
import { describe } from '../../messages/describe.js';
import { say, type Statement } from '../statement.js';
import type { Explanation } from './explanation.js';
import type { DecemberNotYet, ExclusionRow, ExplanationFacts, Outlook } from './facts.js';

const OPERATOR = 'operator nagari (Kasi)';
const RULE_MAKER = 'pembuat kebijakan (Pokjanal atau Tim Pembina)';

type TaskCode = Extract<ErrorCode, `report.todo-${string}`>;

/** Whose it is to mend what an exclusion says, and how. */
const remedies: Readonly<Partial<Record<ErrorCode, { readonly who: string; readonly todo: TaskCode }>>> = {
  'honor.not-in-any-sk': { who: `${OPERATOR} dan wali nagari, yang menetapkan SK`, todo: 'report.todo-sk' },
  'honor.appointment-ended': { who: OPERATOR, todo: 'report.todo-none-ended' },
  'honor.appointment-not-started': { who: OPERATOR, todo: 'report.todo-none-started' },
  'honor.deceased': { who: OPERATOR, todo: 'report.todo-none-deceased' },
  'honor.deceased-heir-needed': { who: OPERATOR, todo: 'report.todo-heir-of-before' },
  'honor.not-active-on-first': { who: OPERATOR, todo: 'report.todo-next-month' },
  'honor.no-verified-activity': { who: `${OPERATOR} dan verifikator`, todo: 'report.todo-activity' },
  'honor.activities-left-out': { who: `${OPERATOR} dan verifikator`, todo: 'report.todo-left-out' },
  'honor.paid-from-next-month': { who: OPERATOR, todo: 'report.todo-next-month' },
  'honor.no-event-held': { who: `${OPERATOR} dan verifikator`, todo: 'report.todo-activity' },
  'honor.attendance-none': { who: `${OPERATOR} dan verifikator`, todo: 'report.todo-activity' },
  'honor.attendance-below': { who: `${OPERATOR} dan verifikator`, todo: 'report.todo-activity' },
  'honor.tier-unknown': { who: OPERATOR, todo: 'report.todo-tier' },
  'honor.bidang-not-paid': { who: RULE_MAKER, todo: 'report.todo-by-rule' },
  'honor.floor-reaches-total': { who: RULE_MAKER, todo: 'report.todo-by-rule' },
  'honor.paid-in-other-month': { who: RULE_MAKER, todo: 'report.todo-by-rule' },
  'honor.below-one-rupiah': { who: RULE_MAKER, todo: 'report.todo-by-rule' },
  'honor.top-up-not-whole-month': { who: RULE_MAKER, todo: 'report.todo-by-rule' },
  'honor.top-up-of-other-policy': { who: RULE_MAKER, todo: 'report.todo-by-rule' },
  'honor.bidang-not-started': { who: RULE_MAKER, todo: 'report.todo-by-rule' },
  'honor.bidang-without-start': { who: RULE_MAKER, todo: 'report.todo-bidang-start' },
  'honor.moved-within-month': { who: RULE_MAKER, todo: 'report.todo-moved' },
  'honor.pseudonymised': { who: OPERATOR, todo: 'report.todo-none-pseudonymised' },
  'honor.recorded-too-late': { who: OPERATOR, todo: 'report.todo-recorded-too-late' },
  'honor.calculated-elsewhere': {
    who: 'operator nagari tempat ia bertugas',
    todo: 'report.todo-recalculate',
  },
  'honor.elsewhere-not-ready': { who: RULE_MAKER, todo: 'report.todo-elsewhere' },
  'honor.month-paid-elsewhere': { who: RULE_MAKER, todo: 'report.todo-by-rule' },
};

/** What the newest calculation left out of her month, why, and who can do what about it. */
export function explainExclusions({
  exclusions,
  calculation,
  kader,
  month,
}: ExplanationFacts): Explanation['exclusions'] {
  return exclusions
    .filter(({ calculationId }) => calculationId === calculation?.id)
    .sort((one, other) => ((one.component ?? '') < (other.component ?? '') ? -1 : 1))
    .map((row) => {
      const remedy = remedies[row.code] ?? { who: OPERATOR, todo: 'report.todo-other' as const };
      const facts = { nagari: kader.nagariCode, month };
      const todo = { code: remedy.todo, facts, text: describe(remedy.todo, facts) };
      return { component: row.component, reason: statementOf(row), task: task(remedy.who, todo) };
    });
}

/** Why nothing at all is stored for her month: it is never passed over in silence. */
export function explainSilence(facts: ExplanationFacts): { readonly reason: Statement; readonly task: Task } {
  const { calculation, kader, month, outlook } = facts;
  const words = { month: formatMonth(month), nagari: `Nagari ${kader.nagariName} (${kader.nagariCode})` };
  const calculate = say('report.todo-calculate', { nagari: kader.nagariCode, month });
  if (outlook === 'month-not-over') {
    const todo = say('report.todo-wait', { month: words.month });
    return { reason: say('report.month-not-over', { month: words.month }), task: task(OPERATOR, todo) };
  }
  if (isDecemberNotYet(outlook)) {
    const { from, basis } = outlook;
    const todo = say('report.todo-wait-until', { from, month: words.month });
    const reason = say('report.december-not-yet', { month: words.month, from, basis });
    return { reason, task: task(OPERATOR, todo) };
  }
  const reason =
    calculation === null
      ? say('report.not-calculated', words)
      : say('report.calculated-without-her', { ...words, calculatedOn: formatDate(calculation.on) });
  return { reason, task: task(OPERATOR, calculate) };
}

/** Whether the month is a December that may be calculated from a later day on. */
export function isDecemberNotYet(outlook: Outlook): outlook is DecemberNotYet {
  return typeof outlook === 'object' && 'from' in outlook;
}

function statementOf({ code, facts }: ExclusionRow): Statement {
  return { code, facts, text: describe(code, facts) };
}
