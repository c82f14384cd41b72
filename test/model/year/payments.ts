import { DataSource } from 'typeorm';
import { DomainError } from '../../../src/core/shared/domain-error.js';
import { Refusals } from '../../../src/core/shared/refusals.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { PaymentRequestStepsService } from '../../../src/modules/payment-requests/payment-request-steps.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { purposes } from '../../../src/core/privacy/purposes.js';
import { answerFindings } from '../../support/findings.js';
import { answerOfBank } from '../../support/payments.js';
import { nikMark, testVault } from '../../support/sealed.js';
import type { Month, MoneyWish } from './facts.js';
import { mustMatch } from './must.js';
import type { Desk } from './office.js';
import type { Purse } from './purse.js';
import { months } from './world.js';

type PayWish = Extract<MoneyWish, { kind: 'pay' }>;

interface Transfer {
  readonly reference: string;
  readonly nik: string;
  readonly amount: bigint;
}

/** A request whose money left and which the bank has not answered. */
interface Sent {
  readonly number: string;
  readonly wish: PayWish;
  readonly transfers: readonly Transfer[];
}

/** What one payment came to; a year of nothing but `nothing` would prove nothing. */
export type PaymentOutcome = 'paid' | 'nothing' | 'short';

/** Requests from draft to the bank's answer, each step by its own person. */
export class Payments {
  private unanswered: Sent[] = [];
  /** Payers whose ceiling is cut: only they may be refused for want of budget. */
  readonly cut = new Set<string>();
  /** Drafts that were short of budget, by payer: composed anew the next time. */
  private readonly short = new Map<string, string>();
  private readonly requests;
  private readonly steps;

  constructor(
    private readonly desk: Desk,
    private readonly purse: Purse,
  ) {
    this.requests = desk.app.get(PaymentRequestsService);
    this.steps = desk.app.get(PaymentRequestStepsService);
  }

  async pay(wish: PayWish, over: Month): Promise<PaymentOutcome> {
    const number = await this.draft(wish, over);
    if (number === undefined) return 'nothing';
    if (!(await this.submit(number, wish))) return 'short';
    const { operator, verifier, wali, treasurer } = this.desk.hands;
    if (wish.rejectedFirst) {
      await this.steps.reject(number, verifier, 'Lampiran belum lengkap.');
      await this.draft(wish, over, number);
      await this.steps.submit(number, operator);
    }
    await answerFindings(this.desk.app, number, operator.id);
    await this.steps.verify(number, verifier);
    await this.steps.approve(number, wali);
    await this.steps.release(number, treasurer);
    const transfers = await this.transfersOf(number);
    // On its way is given, until the bank says that it came back.
    for (const { nik, amount } of transfers) this.purse.add(wish.payer, nikMark(nik), amount);
    const sent = { number, wish, transfers };
    if (wish.answer === 'now') await this.answer(sent);
    else this.unanswered.push(sent);
    return 'paid';
  }

  /** What the bank says at last of the transfers of the month before. */
  async answerAll(): Promise<void> {
    const waiting = this.unanswered;
    this.unanswered = [];
    for (const sent of waiting) await this.answer(sent);
  }

  /** The number of the draft; undefined when there is nothing that could be paid. */
  private async draft(wish: PayWish, over: Month, rejected?: string): Promise<string | undefined> {
    const { payer, retry: retryReturned, monthsBack } = wish;
    const until = months.indexOf(over) + 1;
    const wanted = months.slice(Math.max(0, until - monthsBack), until).map(serviceMonth);
    const number = rejected ?? this.short.get(payer) ?? `${payer}/HONOR/${over}`;
    try {
      const command = { payer, months: wanted, number, retryReturned, by: this.desk.hands.operator };
      const { request } = await this.requests.draft(command);
      return request.number;
    } catch (error) {
      if (!codesOf(error).every((code) => NOTHING_TO_PAY.includes(code))) throw error;
      if (this.short.delete(payer)) await this.giveUp(number);
      return undefined;
    }
  }

  private async giveUp(number: string): Promise<void> {
    await this.steps.cancel(number, this.desk.hands.operator, 'Tidak ada lagi yang dapat dibayar.');
  }

  private async submit(number: string, { payer }: PayWish): Promise<boolean> {
    try {
      await this.steps.submit(number, this.desk.hands.operator);
      this.short.delete(payer);
      return true;
    } catch (error) {
      const isShort = codesOf(error).every((code) => code === 'funding.budget-exceeded');
      if (!isShort || !this.cut.has(payer)) throw error;
      this.short.set(payer, number);
      return false;
    }
  }

  private async answer({ number, wish, transfers }: Sent): Promise<void> {
    const { payer, returnedPercent, salt } = wish;
    const lines = transfers.map(({ reference, nik, amount }) => {
      const isBack = (Number(nik.slice(-4)) * 7919 + salt) % 100 < returnedPercent;
      if (isBack) this.purse.add(payer, nikMark(nik), -amount);
      return `${reference},${String(amount)},${isBack ? 'RETUR' : 'BERHASIL'},${isBack ? 'rekening pasif' : ''}`;
    });
    const { app, hands } = this.desk;
    const report = await answerOfBank(app, { ...hands }, number, lines);
    mustMatch(report, { problems: [], applied: true, outstanding: 0, state: 'settled' });
  }

  private async transfersOf(number: string): Promise<Transfer[]> {
    const rows = await this.desk.app.get(DataSource).query<(Omit<Transfer, 'nik'> & { nik: Buffer })[]>(
      `select reference, nik_sealed as nik, disbursement.amount from disbursement
       join payment_request on payment_request.id = request_id join kader on kader.id = disbursement.kader_id
       where number = $1 order by reference`,
      [number],
    );
    return rows.map((row) => ({ ...row, nik: testVault.open(purposes.kaderNik, row.nik) }));
  }
}

const NOTHING_TO_PAY = [
  'payment.nothing-payable',
  'payment.held-elsewhere',
  'payment.account-returned',
  'payment.account-missing',
  'payment.account-pending',
  'payment.correction-outweighs',
  'payment.paid-elsewhere',
  'overpayment.set-aside',
];

function codesOf(error: unknown): readonly string[] {
  if (error instanceof Refusals) return error.problems.map(({ code }) => code);
  if (error instanceof DomainError) return [String(error.code)];
  throw error;
}
