import { maskNik } from '../../formats/mask.js';
import { sumRupiah } from '../../shared/rupiah.js';
import { task, type Task } from '../office.js';
import { say } from '../statement.js';
import { shownAccount } from '../owed/why-unpaid.js';
import { answerOf } from './answer-of.js';
import { explainExclusions, explainSilence, isDecemberNotYet } from './explain-absence.js';
import { explainComponents } from './explain-components.js';
import { explainLedger, explainPayments } from './explain-payments.js';
import { explainSources } from './explain-sources.js';
import type { Explanation } from './explanation.js';
import type { ExplanationFacts } from './facts.js';

/**
 * Why a kader has this amount for a month, or none, and what became of it. Whatever is stored is told, and where
 * nothing is stored that is told too.
 */
export function explainMonth(facts: ExplanationFacts): Explanation {
  const { kader, month, today } = facts;
  const sources = explainSources(facts);
  const [amount, paid] = [
    sumRupiah(sources.map((source) => source.amount)),
    sumRupiah(sources.map((source) => source.paid)),
  ];
  const exclusions = explainExclusions(facts);
  const isSilent = facts.revisions.length === 0 && exclusions.length === 0;
  const silence = isSilent ? explainSilence(facts) : undefined;
  const parts = { amount, paid, owed: amount - paid, sources, exclusions };
  return {
    kader: {
      id: kader.kaderId,
      name: kader.name,
      nik: maskNik(kader.nik),
      nagariCode: kader.nagariCode,
      nagariName: kader.nagariName,
      deceasedOn: kader.deceasedOn,
      heir: kader.heir && { name: kader.heir.name, isConfirmed: kader.heir.isConfirmed },
      account: kader.account && shownAccount(kader.account),
    },
    month,
    askedOn: today,
    answer: answerOf(facts, parts, silence?.reason),
    ...parts,
    appointments: facts.appointments,
    attended: [...facts.attended].sort((one, other) => (one.on < other.on ? -1 : 1)),
    components: explainComponents(facts.revisions, facts.exclusions),
    payments: explainPayments(facts.payments),
    ledger: explainLedger(facts.accruals, facts.payments),
    tasks: distinct([
      ...(silence === undefined ? [] : [silence.task]),
      ...outdatedTasks(facts, isSilent),
      ...sources.flatMap(({ unpaid }) => unpaid.map((one) => one.task)),
      ...exclusions.map((one) => one.task),
    ]),
  };
}

/** What is known now says otherwise than what is stored, or cannot be calculated at all. */
function outdatedTasks({ outlook, kader, month }: ExplanationFacts, isSilent: boolean): Task[] {
  const who = 'operator nagari (Kasi)';
  if (isDecemberNotYet(outlook)) return [];
  if (typeof outlook !== 'string') return outlook.map((what) => ({ who, what }));
  if (outlook !== 'differs' || isSilent) return [];
  return [task(who, say('report.todo-recalculate', { nagari: kader.nagariCode, month }))];
}

function distinct(tasks: readonly Task[]): Task[] {
  return [...new Map(tasks.map((one) => [`${one.who}|${one.what}`, one])).values()];
}
