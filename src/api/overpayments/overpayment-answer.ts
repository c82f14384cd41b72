import { describe } from '../../core/messages/describe.js';
import type { UnsettledMoves } from '../../modules/overpayments/line-transfers.service.js';
import type { AgreedPlan } from '../../modules/overpayments/overpayment-plans.service.js';
import type {
  OverpaymentCase,
  OverpaymentDetails,
  UnopenedOverpayment,
} from '../../modules/overpayments/overpayments.service.js';
import type {
  CaseAnswer,
  CaseDetailsAnswer,
  CasePartAnswer,
  UnopenedAnswer,
  UnsettledAnswer,
} from './overpayment.dto.js';
import type { AgreedPlanAnswer, PlanAnswer } from './recovery.dto.js';

/** A case as it is told to the outside. */
export function caseAnswer(one: OverpaymentCase): CaseAnswer {
  const { id, number, payer, payerName, kaderId, kader, nik, state } = one;
  const { amount, setOff, cash, rest, held, openedBy, openedAt } = one;
  return {
    ...{ id, number, payer, payerName, kaderId, kader, nik, state },
    ...{ amount, setOff, cash, rest, held, openedBy, openedAt },
  };
}

/** An overpayment that is no case yet. */
export function unopenedAnswer(found: UnopenedOverpayment): UnopenedAnswer {
  const { payer, kaderId, kader, nik, amount, since, lines, deltas } = found;
  return { payer, kaderId, kader, nik, amount, since, lines, deltas };
}

/** What moved between budget lines of one kader's honor, and is not settled yet. */
export function unsettledAnswer({ payer, kaderId, kader, nik, moves }: UnsettledMoves): UnsettledAnswer {
  return {
    ...{ payer, kaderId, kader, nik },
    moves: moves.map(({ month, component, from, to, amount }) => ({ month, component, from, to, amount })),
  };
}

/** A case with all that became of it. */
export function caseDetailsAnswer(details: OverpaymentDetails): CaseDetailsAnswer {
  const receipts = details.receipts.map(({ receipt, amount, on, recordedBy }) => {
    return { receipt, amount, on, recordedBy };
  });
  const parts = details.parts.map(partAnswer);
  return Object.assign(caseAnswer(details), { parts, plans: details.plans.map(planAnswer), receipts });
}

export function agreedPlanAnswer({ number, plan, instalments }: AgreedPlan): AgreedPlanAnswer {
  return { number, plan: planAnswer(plan), instalments };
}

function planAnswer(plan: AgreedPlan['plan']): PlanAnswer {
  const { instalment, from, mode, document, proposer, proposedAt, confirmer, confirmedAt } = plan;
  return { instalment, from, mode, document, proposer, proposedAt, confirmer, confirmedAt };
}

function partAnswer({ exclusion, ...part }: OverpaymentDetails['parts'][number]): CasePartAnswer {
  const { source, month, component, amount, standing, isClaim, policy, legalBasis } = part;
  const { instalment, due, request } = part;
  const reason = exclusion === null ? null : describe(exclusion.code, exclusion.facts);
  return {
    ...{ source, month, component, amount, standing, isClaim, policy, legalBasis, reason },
    ...{ instalment, due, request },
  };
}
