import { Injectable } from '@nestjs/common';
import type { ApprovalBand } from '../../core/approval/approval-bands.js';
import {
  changesWithin,
  countedOf,
  daysPaidOf,
  rateOf,
  servedThroughOf,
} from '../../core/control/line-reasons.js';
import { ratesOf } from '../../core/control/rates-of-line.js';
import type { ControlSettings } from '../../core/control/settings.js';
import { monthsUpTo } from '../../core/control/activity-of-member.js';
import type {
  AccountUnderControl,
  LineUnderControl,
  Member,
  Person,
  RequestUnderControl,
} from '../../core/control/request-under-control.js';
import { maskAccount } from '../../core/formats/mask.js';
import { invariant } from '../../core/shared/invariant.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import { firstDayOf, lastDayOf, previousMonth, type ServiceMonth } from '../../core/shared/service-month.js';
import { planOnce } from '../../platform/database/plan-once.js';
import { queryRow } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';
import { AccountNumbers } from '../../platform/secrets/account-numbers.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';
import { CONTROL_FACTS_SQL, type FactPart } from './control-facts-sql.js';
import { openPersonFacts, type FactRow } from './open-person-facts.js';

/** A request as the controls are asked about it. */
export interface ControlledRequest {
  readonly id: number;
  readonly number: string;
  readonly months: readonly ServiceMonth[];
}

export interface ControlQuestion {
  readonly request: ControlledRequest;
  /** Whether the request holds a reservation of its budget already. */
  readonly isReserved: boolean;
  readonly today: PlainDate;
  readonly settings: ControlSettings;
}

type Loaded = Readonly<Record<FactPart, readonly FactRow[]>>;

@Injectable()
export class ControlFactsRepository {
  constructor(
    private readonly vault: FieldVault,
    private readonly numbers: AccountNumbers,
  ) {}

  /** The frozen request and its neighbours, all of one moment. */
  async load(tx: Tx, question: ControlQuestion): Promise<RequestUnderControl> {
    const { request, isReserved, today, settings } = question;
    const months = [...request.months].sort();
    const [first, last] = [months[0], months.at(-1)];
    invariant(first !== undefined && last !== undefined, 'a request has months');
    const earliest = [first, ...monthsUpTo(last, settings.thresholds.idleMonths)].sort()[0] ?? first;
    const past = monthsUpTo(previousMonth(first), months.length);
    const values = [request.id, past, firstDayOf(earliest), lastDayOf(last), isReserved, today];
    const loaded = await planOnce(tx, () => queryRow<Loaded>(tx, CONTROL_FACTS_SQL, values));
    const { payer, lines, debt, bands, members, neighbours, ...parts } = withMoney(this.opened(loaded));
    invariant(payer[0] !== undefined, 'a request has a payer');
    const { gross, submittedOn, ...body } = payer[0];
    return {
      ...(parts as unknown as LoadedParts),
      members: (members as unknown as LoadedPerson<Member>[]).map((one) => this.withAccount(one)),
      neighbours: (neighbours as unknown as LoadedPerson<Person>[]).map((one) => this.withAccount(one)),
      number: request.number,
      today,
      settings,
      months,
      payer: body as unknown as RequestUnderControl['payer'],
      gross: gross as RequestUnderControl['gross'],
      submittedOn: submittedOn as RequestUnderControl['submittedOn'],
      lines: lines.map(lineOf),
      bands: bands.map(({ amount, signatures }) => ({ from: amount, signatures }) as ApprovalBand),
      debt: (debt[0] ?? null) as RequestUnderControl['debt'],
    };
  }

  /** Accounts are compared by their digests; of the number only what a finding shows is read. */
  private withAccount<Found extends { readonly account: LoadedAccount | null }>(found: Found) {
    if (found.account === null) return { ...found, account: null };
    const { sealed, digest, ...account } = found.account;
    const number = maskAccount(this.numbers.open('bank_account', { sealed, digest }));
    return { ...found, account: { ...account, key: digest, number } };
  }

  private opened(loaded: Loaded): Loaded {
    const open = (row: FactRow) => openPersonFacts(this.vault, row);
    return {
      ...loaded,
      members: loaded.members.map(open),
      neighbours: loaded.neighbours.map(open),
      paidOutsideSk: loaded.paidOutsideSk.map(open),
    };
  }
}

type LoadedParts = Pick<
  RequestUnderControl,
  Exclude<FactPart, 'payer' | 'lines' | 'debt' | 'bands' | 'members' | 'neighbours'>
>;

type LoadedAccount = Omit<AccountUnderControl, 'key' | 'number'> & {
  readonly sealed: string;
  readonly digest: string;
};

type LoadedPerson<Found extends Person> = Omit<Found, 'account'> & { readonly account: LoadedAccount | null };

/** Columns of money, which come as text. */
const MONEY = [
  'amount',
  'entitled',
  'asked',
  'available',
  'limit',
  'received',
  'paid',
  'bound',
  'gross',
  'shared',
] as const;

function withMoney(loaded: Loaded): Loaded {
  const revived = Object.entries(loaded).map(([name, rows]) => [
    name,
    rows.map((row) => {
      const money = MONEY.filter((column) => typeof row[column] === 'string');
      return { ...row, ...Object.fromEntries(money.map((column) => [column, BigInt(String(row[column]))])) };
    }),
  ]);
  return Object.fromEntries(revived) as Loaded;
}

function lineOf({ reasons, activityKinds, ...line }: Readonly<Record<string, unknown>>): LineUnderControl {
  invariant(Array.isArray(reasons), 'the reasons of a line are a list');
  return {
    ...(line as unknown as Omit<
      LineUnderControl,
      'rate' | 'rates' | 'counted' | 'servedThrough' | 'changesWithin' | 'daysPaid'
    >),
    rate: rateOf(reasons),
    rates: ratesOf(reasons),
    counted: countedOf(reasons, (activityKinds ?? null) as readonly string[] | null),
    servedThrough: servedThroughOf(reasons),
    changesWithin: changesWithin(reasons),
    daysPaid: daysPaidOf(reasons),
  };
}
