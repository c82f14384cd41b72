import { maskNik } from '../../formats/mask.js';
import { groupBy } from '../../shared/group-by.js';
import { invariant } from '../../shared/invariant.js';
import type { PlainDate } from '../../shared/plain-date.js';
import { sumRupiah, type Rupiah } from '../../shared/rupiah.js';
import { lastDayOf, type ServiceMonth } from '../../shared/service-month.js';
import type { Task } from '../office.js';
import { budgetCovers } from '../owed/budget-cover.js';
import { owedPartsOf, type OwedParts } from '../owed/owed-parts.js';
import type { HoldingFacts, PayeeFacts, ShareFacts, SourceFacts } from '../owed/facts.js';
import { unpaidShares, type UnpaidShare } from '../owed/unpaid-shares.js';
import { paidLater, whyUnpaid } from '../owed/why-unpaid.js';
import type { Statement } from '../statement.js';
import { ageClassOf, ageInDays } from './age-class.js';

/** Everything that arrears are worked out from, as plain rows. */
export interface ArrearsFacts {
  readonly asOf: PlainDate;
  readonly today: PlainDate;
  readonly shares: readonly ShareFacts[];
  readonly holdings: readonly HoldingFacts[];
  readonly sources: readonly SourceFacts[];
  readonly payees: readonly (PayeeFacts & { readonly nagariCode: string; readonly nagariName: string })[];
  readonly nagariNames: ReadonlyMap<string, string>;
  /** Kader who were active in a month that is over and was never calculated for their nagari. */
  readonly notCalculated: readonly NotCalculated[];
  /** What the ledger's payable accounts say is owed on that day, by budget line. */
  readonly ledger: readonly { readonly sourceId: number; readonly payable: Rupiah }[];
}

export interface NotCalculated {
  readonly nagariCode: string;
  readonly nagariName: string;
  readonly month: ServiceMonth;
  readonly kader: number;
}

/** One amount that is entitled and not paid. */
export interface Arrear {
  readonly kader: number;
  readonly name: string;
  /** Masked. */
  readonly nik: string;
  readonly nagari: string;
  readonly nagariName: string;
  readonly month: ServiceMonth;
  readonly component: string;
  readonly sourceId: number;
  readonly source: string;
  readonly payer: string;
  readonly payerName: string;
  /** Below zero: paid too much, not yet set off. */
  readonly amount: Rupiah;
  readonly since: PlainDate;
  readonly days: number;
  readonly age: string;
  /** In a request, funded, unfunded or debt of a closed year: they add up to the amount, if it is above zero. */
  readonly parts: OwedParts;
  readonly reason: Statement;
  /** Null when it was paid since. */
  readonly task: Task | null;
}

export interface Arrears {
  readonly asOf: PlainDate;
  readonly rows: readonly Arrear[];
  readonly owed: Rupiah;
  readonly overpaid: Rupiah;
  readonly notCalculated: readonly NotCalculated[];
  /** What the ledger says, and where it says otherwise than the rows: never passed over. */
  readonly ledger: {
    readonly payable: Rupiah;
    readonly differences: readonly {
      readonly source: string;
      readonly rows: Rupiah;
      readonly ledger: Rupiah;
    }[];
  };
}

/** What is entitled and not paid on a day, since when and why, held against the ledger line by line. */
export function arrears(facts: ArrearsFacts): Arrears {
  const shares = unpaidShares(facts.shares, facts.holdings, facts.asOf);
  const covers = budgetCovers(shares, facts.sources);
  const sources = new Map(facts.sources.map((source) => [source.id, source]));
  const payees = new Map(facts.payees.map((payee) => [payee.kaderId, payee]));
  const rows = shares.map((share): Arrear => {
    const [source, payee, cover] = [
      sources.get(share.sourceId),
      payees.get(share.kaderId),
      covers.get(share.sourceId),
    ];
    invariant(source !== undefined && payee !== undefined && cover !== undefined, 'a share has its facts');
    const later = paidLater(share, facts.today);
    const why =
      later === undefined ? whyUnpaid({ share, source, payee, cover }) : { reason: later, task: null };
    const { kaderId: kader, name } = payee;
    return {
      ...{ kader, name, nik: maskNik(payee.nik), component: share.component, month: share.month },
      nagari: share.nagariCode,
      nagariName: facts.nagariNames.get(share.nagariCode) ?? share.nagariCode,
      ...{ sourceId: source.id, source: source.code, payer: source.payer, payerName: source.payerName },
      amount: share.amount,
      ...ageOf(share, facts.asOf),
      parts: owedPartsOf(share, cover),
      ...why,
    };
  });
  return {
    asOf: facts.asOf,
    rows,
    owed: sumRupiah(rows.map(({ amount }) => (amount > 0n ? amount : 0n))),
    overpaid: -sumRupiah(rows.map(({ amount }) => (amount < 0n ? amount : 0n))),
    notCalculated: facts.notCalculated,
    ledger: againstLedger(rows, facts),
  };
}

function ageOf({ month }: UnpaidShare, asOf: PlainDate): Pick<Arrear, 'since' | 'days' | 'age'> {
  const since = lastDayOf(month);
  const days = ageInDays(since, asOf);
  return { since, days, age: ageClassOf(days) };
}

function againstLedger(rows: readonly Arrear[], { ledger, sources }: ArrearsFacts): Arrears['ledger'] {
  const booked = new Map(ledger.map(({ sourceId, payable }) => [sourceId, payable]));
  const bySource = groupBy(rows, ({ sourceId }) => sourceId);
  const differences = sources.flatMap((source) => {
    const found = sumRupiah((bySource.get(source.id) ?? []).map(({ amount }) => amount));
    const expected = booked.get(source.id) ?? 0n;
    return found === expected ? [] : [{ source: source.code, rows: found, ledger: expected }];
  });
  return { payable: sumRupiah(ledger.map(({ payable }) => payable)), differences };
}
