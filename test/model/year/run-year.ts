import type { INestApplicationContext } from '@nestjs/common';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { BudgetRevisionService } from '../../../src/modules/funding-sources/budget-revision.service.js';
import { FundingSourcesService } from '../../../src/modules/funding-sources/funding-sources.service.js';
import { ReceiptsService } from '../../../src/modules/funding-sources/receipts.service.js';
import { LedgerPeriodsService } from '../../../src/modules/ledger/ledger-periods.service.js';
import { LedgerVerificationService } from '../../../src/modules/ledger/ledger-verification.service.js';
import { ask } from '../../support/session.js';
import type { SteppedClock } from '../../../src/platform/clock.js';
import { mendAccounts } from './accounts.js';
import { Checks } from './checks.js';
import type { MonthPlan, MoneyWish, PolicyFact, YearPlan } from './facts.js';
import { calculate, importActivities, importPolicy, importRoster, verify } from './intake.js';
import { mustMatch } from './must.js';
import { NaiveHonor } from './naive-honor.js';
import { openDesk, type Desk } from './office.js';
import { Payments, type PaymentOutcome } from './payments.js';
import { roundsOf } from './plan-year.js';
import { Purse } from './purse.js';
import { Recoveries } from './recoveries.js';
import { budgetLines } from './sheets.js';
import { ECHOING, KABUPATEN } from './world.js';

/** How often what happened, so that a year in which nothing happened is not taken for proof. */
export type Tally = Record<PaymentOutcome | 'recoveries', number>;

/** Lives through a year with the real services; after every month the books must be right. */
export async function runYear(
  plan: YearPlan,
  {
    app,
    clock,
    url,
  }: { readonly app: INestApplicationContext; readonly clock: SteppedClock; readonly url: string },
): Promise<Tally> {
  clock.moveTo(new Date('2026-01-02T03:00:00Z'));
  const year = new Year(await openDesk(app, clock), plan.seed);
  for (const month of plan.months) {
    await year.live(month);
    // In life autovacuum does so within a minute; a year passes here before it comes.
    await ask(url, 'analyze');
  }
  await year.end(plan.months.flatMap(({ policies }) => policies));
  return year.tally;
}

const REPORTED = ['2026-03', '2026-06', '2026-09', '2026-11', '2026-12'];

class Year {
  readonly tally: Tally = { paid: 0, nothing: 0, short: 0, recoveries: 0 };
  private readonly honor = new NaiveHonor();
  private readonly purse = new Purse();
  private readonly payments;
  private readonly recoveries;
  private readonly checks;

  constructor(
    private readonly desk: Desk,
    private readonly seed: number,
  ) {
    this.payments = new Payments(desk, this.purse);
    this.recoveries = new Recoveries(desk, this.purse);
    this.checks = new Checks(desk, this.honor, this.purse);
  }

  async live(plan: MonthPlan): Promise<void> {
    const { month } = plan;
    this.desk.clock.moveTo(dayAfter(month, 3));
    await this.tell(month, 'what becomes known', () => this.takeIn(plan));
    await this.tell(month, 'calculate', async () => {
      await calculate(this.desk, month);
      await this.checks.entitled(month);
    });
    this.desk.clock.moveTo(dayAfter(month, 8));
    await this.tell(month, 'the answers of last month', () => this.payments.answerAll());
    for (const wish of plan.money) await this.tell(month, wish, () => this.act(wish, plan));
    await this.tell(month, 'the books after the month', async () => {
      await this.checks.books(month);
      await this.checks.settledStays();
    });
    // The reports read everything there is, so they are asked once a quarter.
    if (REPORTED.includes(month)) await this.tell(month, 'the reports', () => this.checks.reports(month));
  }

  /** Calculated once more nothing changes; nor when a nagari decrees for itself what holds there anyhow. */
  async end(decrees: readonly PolicyFact[]): Promise<void> {
    await this.tell('2026-12', 'calculate again', () => this.calculateInVain());
    const last = decrees.filter(({ scope }) => scope === KABUPATEN).at(-1);
    if (last === undefined) throw new Error('every year has a decree of the kabupaten');
    const echo = { ...last, code: 'honor-sama', scope: ECHOING };
    await this.tell('2026-12', echo, async () => {
      await importPolicy(this.desk, echo);
      await this.calculateInVain();
    });
    const found = await this.desk.app.get(LedgerVerificationService).verify();
    mustMatch(found, { verified: true, problems: [] });
  }

  private async calculateInVain(): Promise<void> {
    mustMatch(await calculate(this.desk, '2026-12'), { changedLines: 0, changedGross: 0n });
  }

  private async takeIn(plan: MonthPlan): Promise<void> {
    for (const policy of plan.policies) {
      await this.tell(plan.month, policy, () => importPolicy(this.desk, policy));
      this.honor.hearPolicy(policy);
    }
    for (const round of roundsOf(plan.roster)) {
      await importRoster(this.desk, round);
      for (const fact of round) this.honor.hearRoster(fact);
    }
    await importActivities(this.desk, plan.activities);
    for (const activity of plan.activities) this.honor.hearActivity(activity);
    for (const { nagari, month } of plan.verified) {
      await verify(this.desk, nagari, month);
      this.honor.verify(nagari, month);
    }
  }

  private async act(wish: MoneyWish, { month }: MonthPlan): Promise<void> {
    const { app, hands } = this.desk;
    switch (wish.kind) {
      case 'receive':
        return this.receive(wish);
      case 'cut':
      case 'restore':
        return this.revise(wish);
      case 'mend-accounts':
        return mendAccounts(this.desk, wish.salt);
      case 'recover':
        this.tally.recoveries += await this.recoveries.recover(wish.payer, wish.salt, month);
        return;
      case 'pay':
        this.tally[await this.payments.pay(wish, month)] += 1;
        return;
      case 'close':
        return this.close(wish.month, hands.treasurer.username, app);
    }
  }

  private async receive({ payer, tranche, percent }: Extract<MoneyWish, { kind: 'receive' }>): Promise<void> {
    const { app, clock, hands } = this.desk;
    const on = plainDate(clock.now().toISOString().slice(0, 10));
    for (const { label, ceiling } of budgetLines.filter((line) => line.payer === payer)) {
      const amount = (ceiling * BigInt(percent)) / 100n;
      const reference = `SP2D ${payer}/${label}/${tranche}`;
      const receipt = { payer, label, fiscalYear: 2026, amount, on, reference, note: null };
      await app.get(ReceiptsService).receive({ ...receipt, by: hands.treasurer });
    }
  }

  /** Down to what is bound already, so that nothing more can be asked for; and back. */
  private async revise({ kind, payer }: Extract<MoneyWish, { kind: 'cut' | 'restore' }>): Promise<void> {
    const { app, hands } = this.desk;
    const lines = await app.get(FundingSourcesService).list();
    for (const { label, ceiling } of budgetLines.filter((line) => line.payer === payer)) {
      const now = lines.find((line) => line.payer === payer && line.label === label);
      const bound = (now?.reserved ?? 0n) + (now?.spent ?? 0n);
      const to = kind === 'cut' ? bound + 1_000n : ceiling;
      const legalBasis = kind === 'cut' ? 'DPPA 1/2026' : 'DPPA 2/2026';
      const revision = { payer, label, fiscalYear: 2026, to, legalBasis, by: hands.treasurer.id };
      await app.get(BudgetRevisionService).revise(revision);
    }
    if (kind === 'cut') this.payments.cut.add(payer);
    else this.payments.cut.delete(payer);
  }

  private async close(month: string, by: string, app: INestApplicationContext): Promise<void> {
    const periods = app.get(LedgerPeriodsService);
    const closed = (await periods.steps()).at(-1)?.period ?? '2025-12';
    for (const one of monthsBetween(closed, month)) await periods.close(serviceMonth(one), by);
  }

  private async tell(month: string, event: unknown, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (error instanceof YearBroke) throw error;
      throw new YearBroke(`HONOR_YEAR_SEED=${String(this.seed)}, ${month}, ${JSON.stringify(event)}`, error);
    }
  }
}

/** A year that went wrong, with its seed and what was being done. */
class YearBroke extends Error {
  override readonly name = 'YearBroke';

  constructor(where: string, cause: unknown) {
    const told = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    super(`${where}\n${told.slice(0, TOLD_AT_MOST)}`);
  }
}

const TOLD_AT_MOST = 4_000;

/** So many days after a month is over. */
function dayAfter(month: string, day: number): Date {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), day, 3));
}

function monthsBetween(after: string, through: string): string[] {
  return Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`).filter(
    (month) => after < month && month <= through,
  );
}
