import { maskAccount, maskNik } from '../../formats/mask.js';
import { stateNames } from '../../payment/request-state.js';
import { formatDate, type PlainDate } from '../../shared/plain-date.js';
import { nextStep, personFor, task, type Task } from '../office.js';
import { lastDayOf } from '../../shared/service-month.js';
import { say, type Statement } from '../statement.js';
import type { BudgetCover } from './budget-cover.js';
import { isPaid, type UnpaidShare } from './unpaid-shares.js';
import { whyNotToHeir } from './why-not-to-heir.js';
import type { AccountFacts, PayeeFacts, SourceFacts } from './facts.js';

/** Why a share is not paid, and who can do what about it. */
export interface Unpaid {
  readonly reason: Statement;
  readonly task: Task;
}

/** All that bears on one share. */
export interface UnpaidCase {
  readonly share: UnpaidShare;
  readonly source: SourceFacts;
  readonly payee: PayeeFacts;
  readonly cover: BudgetCover;
}

/** Why a share is not paid; one reason, the one that has to be dealt with first. */
export function whyUnpaid(one: UnpaidCase): Unpaid {
  if (one.share.amount < 0n) return unpaid(one, say('report.held-correction', {}), 'releases', correction);
  return inSubmittedRequest(one) ?? notPayable(one) ?? notYetRequested(one);
}

/** Why a share was not paid on an earlier day, when it was paid since; undefined when it still is not. */
export function paidLater({ holding }: UnpaidShare, now: PlainDate): Statement | undefined {
  if (holding?.releasedOn == null || !isPaid(holding, now)) return undefined;
  return say('report.held-paid-later', { paidOn: formatDate(holding.releasedOn), number: holding.number });
}

/** "Bank Nagari ********8811", with the heir's name where it is hers. */
export function shownAccount(account: AccountFacts | null): string {
  if (account === null) return '(tidak tercatat)';
  const { bank, number, heir } = account;
  return `${bank} ${maskAccount(number)}${heir === null ? '' : ` (ahli waris ${heir})`}`;
}

const correction = say('report.todo-correction', {});

/** A request that was submitted goes its way; nothing else holds its money up. */
function inSubmittedRequest(one: UnpaidCase): Unpaid | undefined {
  const { holding } = one.share;
  return holding === null || holding.state === 'draft' ? undefined : waiting(one, holding);
}

function notPayable(one: UnpaidCase): Unpaid | undefined {
  const { pending, account, returned, nik } = one.payee;
  const { payer } = one.source;
  const withoutHeir = whyNotToHeir(one.payee);
  if (withoutHeir !== undefined) return unpaid(one, withoutHeir.reason, withoutHeir.part, withoutHeir.todo);
  if (pending !== null) {
    const { recordedBy } = pending;
    const reason = say('report.held-account-pending', { account: shownAccount(pending), recordedBy });
    const facts = { recordedBy, kader: maskNik(nik), lastDigits: pending.number.slice(-4) };
    return unpaid(one, reason, 'verifies', say('report.todo-confirm-account', facts));
  }
  if (account === null) {
    return unpaid(one, say('report.held-no-account', {}), 'prepares', say('report.todo-add-account', {}));
  }
  if (returned === null) return undefined;
  const facts = { account: shownAccount(account), returnedOn: formatDate(returned.on), note: returned.note };
  const todo = say('report.todo-fix-account', { payer, month: one.share.month });
  return unpaid(one, say('report.held-returned', facts), 'prepares', todo);
}

function notYetRequested(one: UnpaidCase): Unpaid {
  const { share, source, cover } = one;
  if (cover.isClosed) return owedFromClosedYear(one);
  const missing = cover.missing.get(share);
  if (missing !== undefined) {
    const since = formatDate(lastDayOf(cover.since ?? share.month));
    const facts = { source: source.code, missing, since, available: cover.available, needed: cover.needed };
    return unpaid(one, say('report.held-budget-short', facts), 'approves', say('report.todo-budget', {}));
  }
  if (share.holding !== null) return waiting(one, share.holding);
  const todo = say('report.todo-request', { payer: source.payer, month: share.month });
  return unpaid(one, say('report.held-not-requested', {}), 'prepares', todo);
}

/** The year of the line is over, what it owes is not: it is paid out of a later year's budget. */
function owedFromClosedYear(one: UnpaidCase): Unpaid {
  const { share, source } = one;
  const reason = say('report.held-prior-year', { source: source.code, year: source.fiscalYear });
  const facts = { payer: source.payer, month: share.month, next: source.fiscalYear + 1 };
  return unpaid(one, reason, 'prepares', say('report.todo-prior-year', facts));
}

function waiting(one: UnpaidCase, holding: NonNullable<UnpaidShare['holding']>): Unpaid {
  const { number, state, since } = holding;
  const next = nextStep(state, one.source.payerKind);
  const facts = { number, state: stateNames[state], since: formatDate(since) };
  const reason = say('report.held-waits', { ...facts, step: next?.name ?? 'jawaban bank' });
  const todo =
    next === undefined
      ? say('report.todo-bank', { number })
      : say('report.todo-step', { command: next.command, number });
  return { reason, task: task(next?.who ?? personFor(one.source.payerKind, 'releases'), todo) };
}

function unpaid(
  { source }: UnpaidCase,
  reason: Statement,
  part: Parameters<typeof personFor>[1],
  todo: Statement,
): Unpaid {
  return { reason, task: task(personFor(source.payerKind, part), todo) };
}
