import { DataSource } from 'typeorm';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { nextMonth, serviceMonth } from '../../../src/core/shared/service-month.js';
import { CashRecoveryService } from '../../../src/modules/overpayments/cash-recovery.service.js';
import { OverpaymentPlansService } from '../../../src/modules/overpayments/overpayment-plans.service.js';
import {
  OverpaymentsService,
  type OverpaymentCase,
} from '../../../src/modules/overpayments/overpayments.service.js';
import type { Month } from './facts.js';
import type { Desk } from './office.js';
import type { Purse } from './purse.js';

const COMING = 12;

/** What was paid too much: opened as cases, agreed to be set off, or brought back in cash, whole or in part. */
export class Recoveries {
  private receipts = 0;

  constructor(
    private readonly desk: Desk,
    private readonly purse: Purse,
  ) {}

  /** @returns how many cases something was done about */
  async recover(payer: string, salt: number, over: Month): Promise<number> {
    const { app, hands } = this.desk;
    const overpayments = app.get(OverpaymentsService);
    const { unopened } = await overpayments.list(payer);
    if (unopened.length > 0) await overpayments.open(payer, undefined, hands.operator);
    const { cases } = await overpayments.list(payer);
    let count = 0;
    // A few at a time, as people come to the office.
    for (const one of cases.filter(({ kaderId }) => (kaderId + salt) % 4 === 0).slice(0, COMING)) {
      const owed = one.rest - one.held;
      if (owed <= 0n) continue;
      const choice = (one.kaderId * 31 + Math.floor(salt / 7)) % 10;
      if (choice < 7) count += 1;
      if (choice < 4) await this.agree(one, owed, choice < 3 ? 'set-off' : 'cash', over);
      else if (choice < 7) await this.payBack(one, choice < 5 ? owed : (owed * 2n + 2n) / 5n);
    }
    return count;
  }

  private async agree(
    one: OverpaymentCase,
    owed: bigint,
    mode: 'set-off' | 'cash',
    over: Month,
  ): Promise<void> {
    const { app, hands } = this.desk;
    const plans = app.get(OverpaymentPlansService);
    const document = `Surat ${one.number}/${over}`;
    const from = one.kaderId % 2 === 0 ? serviceMonth(over) : nextMonth(serviceMonth(over));
    const left = from.startsWith(over.slice(0, 4)) ? 13 - Number(from.slice(5)) : 0;
    const count = BigInt(Math.min(3, Math.max(1, left)));
    // Next year her honor is paid out of another budget line: only cash can come back then.
    const kind = left === 0 ? 'cash' : mode;
    const wish = { instalment: (owed + count - 1n) / count, from, mode: kind, document };
    await plans.propose(one.number, wish, hands.operator);
    await plans.confirm(one.number, hands.verifier);
  }

  private async payBack(
    { number: caseNumber, payer, kaderId }: OverpaymentCase,
    amount: bigint,
  ): Promise<void> {
    this.receipts += 1;
    const { app, clock, hands } = this.desk;
    const on = plainDate(clock.now().toISOString().slice(0, 10));
    const receipt = `K-${String(this.receipts)}`;
    const by = hands.treasurer;
    await app.get(CashRecoveryService).receive({ caseNumber, amount, on, receipt, by });
    const [kader] = await app
      .get(DataSource)
      .query<{ mark: string }[]>(`select encode(nik_digest, 'hex') as mark from kader where id = $1`, [
        kaderId,
      ]);
    this.purse.add(payer, kader?.mark ?? '', -amount);
  }
}
