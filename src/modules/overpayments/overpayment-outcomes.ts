import { termsPhrase } from '../../core/overpayment/check-plan.js';
import { overpaymentStateNames } from '../../core/overpayment/overpayment-balance.js';
import { inOrderOfPlan } from '../../core/overpayment/overpayment-part.js';
import { describe } from '../../core/messages/describe.js';
import { formatDate } from '../../core/shared/plain-date.js';
import { formatRupiah } from '../../core/shared/rupiah.js';
import { formatMonth } from '../../core/shared/service-month.js';
import type { Outcome } from '../../platform/command-line/outcome.js';
import { dayOf } from '../../platform/today.js';
import type { TransferReport } from './line-transfers.service.js';
import type { MovedHonor } from './moved-honor.js';
import type { StandingPart } from './overpayment-parts.repository.js';
import type { AgreedPlan } from './overpayment-plans.service.js';
import type {
  OverpaymentCase,
  OverpaymentDetails,
  OverpaymentList,
  UnopenedOverpayment,
} from './overpayments.service.js';
import type { PlanRecord } from './overpayments.repository.js';

const standingNames = {
  owed: 'belum kembali',
  held: 'dipotong dalam SPP yang masih berjalan',
  recovered: 'dipotong',
  cash: 'disetor tunai',
  replaced: 'diganti',
} as const satisfies Record<StandingPart['standing'], string>;

export function listOutcome(list: OverpaymentList): Outcome {
  const moves = list.moves.map((one) => `Pindah sumber dana, belum dipindahkan: ${movedLine(one)}`);
  const lines = [...list.unopened.flatMap(unopenedLines), ...moves, ...list.cases.map(caseLine)];
  return { json: list, lines: lines.length === 0 ? ['Tidak ada kelebihan bayar.'] : lines };
}

/** What moved, and why the rest waits. */
export function transferOutcome({ moved, waiting }: TransferReport): Outcome {
  const reasons = waiting.map(({ code, facts }) => ({ code, facts, message: describe(code, facts) }));
  return {
    json: { moved, waiting: reasons },
    lines: [
      ...moved.map((one) => `Dipindahkan: ${movedLine(one)}`),
      ...reasons.map(({ code, message }) => `${code}: ${message}`),
    ],
  };
}

function movedLine({ kader, nik, payer, month, component, amount, from, to }: MovedHonor): string {
  const what = `${formatMonth(month)} ${component}, ${formatRupiah(amount)} dari ${from} ke ${to}`;
  return `${kader} (${nik}), ${payer}: ${what}`;
}

export function caseLine(one: OverpaymentCase): string {
  const { number, kader, nik, payerName, amount, rest, state } = one;
  const money = `${formatRupiah(amount)}, sisa ${formatRupiah(rest)}`;
  return `${number}: ${kader} (${nik}), ${payerName}: ${money}, ${overpaymentStateNames[state]}`;
}

export function detailsOutcome(details: OverpaymentDetails): Outcome {
  const { setOff, cash, held, plans, receipts, openedBy, openedAt } = details;
  const parts = details.parts.map((part) => ({ ...part, reason: reasonOf(part) }));
  const live = inOrderOfPlan(parts.filter(({ standing }) => standing !== 'replaced'));
  return {
    json: { ...details, parts },
    lines: [
      caseLine(details),
      `Dibuka ${dayOf(openedAt)} oleh ${openedBy}`,
      ...parts.filter(({ isClaim }) => isClaim).map(claimLine),
      ...plans.map(planLine),
      ...receipts.map(
        ({ receipt, amount, on, recordedBy }) =>
          `Disetor tunai ${formatRupiah(amount)} tanggal ${formatDate(on)}, kuitansi ${receipt}, dicatat ${recordedBy}`,
      ),
      ...live.map(partLine),
      `Dipotong ${formatRupiah(setOff)}, tunai ${formatRupiah(cash)}, dalam SPP berjalan ${formatRupiah(held)}.`,
    ],
  };
}

export function planOutcome({ number, plan, instalments }: AgreedPlan): Outcome {
  return {
    json: { number, plan, instalments },
    lines: [
      `${number}: ${planLine(plan)}`,
      ...instalments.map(
        (one) => `  ${String(one.number)}. ${formatMonth(one.due)}: ${formatRupiah(one.amount)}`,
      ),
    ],
  };
}

function planLine({ document, proposer, confirmer, ...terms }: PlanRecord): string {
  const hands = confirmer === null ? 'menunggu orang kedua' : `disahkan ${confirmer}`;
  return `${termsPhrase(terms)}; ${document}; dicatat ${proposer}, ${hands}`;
}

function unopenedLines(one: UnopenedOverpayment): string[] {
  const { payer, kader, nik, amount, since, lines, deltas } = one;
  return [
    `Belum dibuka: ${kader} (${nik}), ${payer}: ${formatRupiah(amount)} sejak ${formatDate(since)}`,
    ...lines.map((line) => `  ${line.source}: ${formatRupiah(line.amount)}`),
    ...deltas.map((delta) => {
      const what = `${formatMonth(delta.serviceMonth)} ${delta.component}: ${formatRupiah(delta.amount)}`;
      return `  ${what}, koreksi ke-${String(delta.revision)} menurut ${delta.policy} (${delta.legalBasis})`;
    }),
  ];
}

function claimLine(part: StandingPart & { readonly reason: string }): string {
  const what = `${formatMonth(part.month)} ${part.component}, ${part.source}: ${formatRupiah(part.amount)}`;
  return `  ${what}, koreksi ke-${String(part.revision)}: ${part.reason}`;
}

function reasonOf({ exclusion, policy, legalBasis }: StandingPart): string {
  if (exclusion !== null) return describe(exclusion.code, exclusion.facts);
  return `menurut ${policy} (${legalBasis})`;
}

function partLine(part: StandingPart): string {
  const due = part.due === null ? '' : `cicilan ${String(part.instalment)} (${formatMonth(part.due)}), `;
  const request = part.request === null ? '' : ` SPP ${part.request}`;
  const what = `${due}${formatMonth(part.month)}, ${part.source}: ${formatRupiah(-part.amount)}`;
  return `  ${what} ${standingNames[part.standing]}${request}`;
}
