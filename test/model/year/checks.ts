import { DataSource } from 'typeorm';
import { BudgetProofService } from '../../../src/modules/funding-sources/budget-proof.service.js';
import { OverpaymentsService } from '../../../src/modules/overpayments/overpayments.service.js';
import { BudgetReportsService } from '../../../src/modules/reports/budget-reports.service.js';
import { nikMark } from '../../support/sealed.js';
import type { Month } from './facts.js';
import { mustEqual } from './must.js';
import type { NaiveHonor } from './naive-honor.js';
import type { Desk } from './office.js';
import type { Purse } from './purse.js';
import { BOOKS, CASES, ENTITLED, GIVEN, LINES, SETTLED, TILL, type KeyedAmount } from './questions.js';
import { personOf } from './world.js';

type Amounts = ReadonlyMap<string, bigint>;

/** What must hold after every month, each side found in a way of its own. */
export class Checks {
  private settled: Amounts = new Map();
  private known: { readonly through: Month; readonly law: Amounts } | undefined;

  constructor(
    private readonly desk: Desk,
    private readonly honor: NaiveHonor,
    private readonly purse: Purse,
  ) {}

  /** What is entitled is what the naive honor says: by kader, month, component and source. */
  async entitled(through: Month): Promise<void> {
    this.expectSame('entitled is what the law gives', await this.ask(ENTITLED), this.law(through));
  }

  /** Σ entitled = Σ paid + Σ owed − Σ overpaid, by kader and source, and it is what the books say. */
  async books(through: Month): Promise<void> {
    const law = this.law(through);
    const given = await this.ask(GIVEN);
    const open = sums([...law, ...negated(given)]);
    this.expectSame('what was given is what the bank and the till say', byPayer(given), this.purse.all());
    const bySource = (all: Amounts) => sums([...all].map(([key, amount]) => [kaderAndSource(key), amount]));
    const expected = sums([
      ...renamed('expense', bySource(law)),
      ...renamed('payable', negated(bySource(open))),
    ]);
    this.expectSame('the ledger says the same of each kader and source', await this.ask(BOOKS), expected);
    await this.till(given);
  }

  /** The same as people are told it, by the reports: owed, overpaid, and what cases want back. */
  async reports(through: Month): Promise<void> {
    const open = sums([...this.law(through), ...negated(await this.ask(GIVEN))]);
    this.expectSame('owed less overpaid is entitled less paid', await this.arrears(), open);
    await this.cases();
    const { problems } = await this.desk.app.get(BudgetProofService).prove();
    mustEqual(problems, []);
  }

  /** What arrived is never another amount afterwards, however often honor is calculated. */
  async settledStays(): Promise<void> {
    const now = await this.ask(SETTLED);
    const still = new Map([...this.settled.keys()].map((key) => [key, now.get(key) ?? 0n]));
    this.expectSame('what arrived stays as it was', still, this.settled);
    this.settled = now;
  }

  /** Budget lines and cash: spent is what was given of them, and the till holds the tranches less that. */
  private async till(given: Amounts): Promise<void> {
    const bySource = sums([...given].map(([key, amount]) => [key.split('|')[3] ?? '', amount]));
    this.expectSame('spent is what was given of a source', await this.ask(LINES), bySource);
    const byKas = sums([...this.purse.all()].map(([key, amount]) => [key.split('|')[0] ?? '', -amount]));
    this.expectSame('cash is what came in less what was given', await this.ask(TILL), byKas);
  }

  /** What a case still wants is what it was opened for, less what was set off in payments and came back in cash. */
  private async cases(): Promise<void> {
    const { cases } = await this.desk.app.get(OverpaymentsService).list();
    const rests = sums(cases.map(({ number, rest }) => [number, rest]));
    this.expectSame('a case wants what did not come back', rests, await this.ask(CASES));
  }

  /** Worked out once a month: nothing becomes known between the calculation and the end of its checks. */
  private law(through: Month): Amounts {
    if (this.known?.through === through) return this.known.law;
    const law = new Map(
      [...this.honor.entitled(through)].map(([key, amount]) => {
        const [kader = '', ...rest] = key.split('|');
        return [[nikMark(personOf(Number(kader)).nik), ...rest].join('|'), BigInt(amount)];
      }),
    );
    this.known = { through, law };
    return law;
  }

  private async arrears(): Promise<Amounts> {
    const { data } = await this.desk.app.get(BudgetReportsService).arrears({ by: 'kader' });
    mustEqual(data.ledger.differences, []);
    const kader = await this.desk.app
      .get(DataSource)
      .query<{ id: number; mark: string }[]>(`select id, encode(nik_digest, 'hex') as mark from kader`);
    const markOf = new Map(kader.map(({ id, mark }) => [id, mark]));
    return sums(
      data.rows.map(({ kader: id, month, component, source, amount }) => [
        [markOf.get(id), month, component, source.replace('/2026', '')].join('|'),
        amount,
      ]),
    );
  }

  private async ask(question: string): Promise<Amounts> {
    const rows = await this.desk.app.get(DataSource).query<KeyedAmount[]>(question);
    return sums(rows.map(({ key, amount }) => [key, BigInt(amount)]));
  }

  private expectSame(rule: string, found: Amounts, expected: Amounts): void {
    const keys = [...new Set([...found.keys(), ...expected.keys()])].sort();
    const differences = keys.flatMap((key) => {
      const [is, shouldBe] = [found.get(key) ?? 0n, expected.get(key) ?? 0n];
      return is === shouldBe ? [] : [`${key}: ${String(is)}, not ${String(shouldBe)}`];
    });
    const shown = { rule, count: differences.length, differences: differences.slice(0, 10) };
    mustEqual(shown, { rule, count: 0, differences: [] });
  }
}

/** Adds up what has one key; nothing is left out as zero. */
function sums(parts: Iterable<readonly [string, bigint]>): Amounts {
  const found = new Map<string, bigint>();
  for (const [key, amount] of parts) found.set(key, (found.get(key) ?? 0n) + amount);
  return new Map([...found].filter(([, amount]) => amount !== 0n));
}

function negated(amounts: Amounts): Amounts {
  return new Map([...amounts].map(([key, amount]) => [key, -amount]));
}

function renamed(name: string, amounts: Amounts): Amounts {
  return new Map([...amounts].map(([key, amount]) => [`${name}|${key}`, amount]));
}

function kaderAndSource(key: string): string {
  const [mark = '', , , source = ''] = key.split('|');
  return `${mark}|${source}`;
}

function byPayer(given: Amounts): Amounts {
  return sums(
    [...given].map(([key, amount]) => {
      const [mark = '', , , source = ''] = key.split('|');
      return [`${source.split('/')[0] ?? ''}|${mark}`, amount];
    }),
  );
}
