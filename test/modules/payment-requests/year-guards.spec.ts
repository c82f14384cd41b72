import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { testApp } from '../../support/app.js';
import { aPayingNagari, calculate, sqlVerdictForApplication } from '../../support/payments.js';
import {
  addDebtLine,
  addLines,
  close2026,
  debtWish,
  DECEMBER,
  expectBooksToAgree,
  FEBRUARY_1,
  NOVEMBER,
} from '../../support/year-end.js';

const { app, clock } = await testApp();
const office = await aPayingNagari(app);
clock.moveTo(FEBRUARY_1);
await calculate(app, office, [NOVEMBER, DECEMBER]);
await addLines(app, office, [
  ['DDS', 2027, 900_000n],
  ['ADN', 2027, 900_000n],
]);
await addDebtLine(app, office, 900_000n);
await close2026(app, office);
const { request } = await app.get(PaymentRequestsService).draft(debtWish(office, [NOVEMBER]));

const lineOf = (label: string, year: number) =>
  `(select id from funding_source where label = '${label}' and fiscal_year = ${String(year)})`;
const payer = `(select paying_body_id from funding_source where label = 'DDS' and fiscal_year = 2026)`;
const columns = `number, paying_body_id, months, kader_count, gross, net, prepared_by, created_at`;

/** A draft that holds the honor of December 2026, by SQL of somebody's own. */
function draft(kind: string, debt: string, months = `'{2026-12}'`): readonly string[] {
  return [
    `insert into payment_request (${columns}, kind, debt_source_id, basis_number, basis_date, basis_title)
     values ('X', ${payer}, ${months}, 2, 150000, 150000, 1, now(), '${kind}', ${debt})`,
    `insert into request_entitlement (request_id, entitlement_id)
     select (select id from payment_request where number = 'X'), entitlement.id
     from entitlement join honor_line on honor_line.id = honor_line_id where service_month = '2026-12'`,
  ];
}

const basis = `'Perbup 3', '2027-01-20', 'Utang'`;
const own = `number = '${request.number}'`;
const CHECK = '23514';
const FORBIDDEN = '42501';

describe('the end of a year refuses, in raw SQL of the application', () => {
  it.each<[string, readonly string[], string]>([
    [
      'debt with its line and basis: no',
      draft('prior-year', `${lineOf('UTANG', 2027)}, ${basis}`),
      'accepted',
    ],
    ['debt without a basis', draft('prior-year', `${lineOf('UTANG', 2027)}, null, null, null`), CHECK],
    [
      'debt with a blank basis',
      draft('prior-year', `${lineOf('UTANG', 2027)}, ' ', '2027-01-20', 'Utang'`),
      CHECK,
    ],
    ['debt without a line', draft('prior-year', `null, ${basis}`), CHECK],
    ['debt out of a line that is not marked', draft('prior-year', `${lineOf('DDS', 2027)}, ${basis}`), CHECK],
    ['debt out of the closed year itself', draft('prior-year', `${lineOf('DDS', 2026)}, ${basis}`), CHECK],
    ['debt out of a line of another payer', draft('prior-year', `${lineOf('BOK', 2026)}, ${basis}`), '23503'],
    [
      'debt of two years',
      draft('prior-year', `${lineOf('UTANG', 2027)}, ${basis}`, `'{2025-12,2026-12}'`),
      CHECK,
    ],
    ['an ordinary request of a closed year', draft('current', 'null, null, null, null'), CHECK],
    ['an ordinary request with a basis', draft('current', `null, ${basis}`), CHECK],
    [
      'a kind that changes',
      [`update payment_request set kind = 'current', debt_source_id = null where ${own}`],
      FORBIDDEN,
    ],
    [
      'a line that changes',
      [`update payment_request set debt_source_id = ${lineOf('DDS', 2027)} where ${own}`],
      FORBIDDEN,
    ],
    [
      'a reservation on a closed line',
      [
        `insert into budget_move (funding_source_id, kind, amount, reference, idempotency_key, moved_by, moved_at)
         values (${lineOf('DDS', 2026)}, 'reserve', 1, 'x', 'x', 1, now())`,
      ],
      CHECK,
    ],
    [
      'a closed ceiling raised',
      [
        `insert into budget_move (funding_source_id, kind, amount, reference, idempotency_key, moved_by, moved_at)
         values (${lineOf('DDS', 2026)}, 'allot', 1, 'x', 'x', 1, now())`,
      ],
      CHECK,
    ],
    [
      'a line more in a closed year',
      [
        `insert into funding_source (paying_body_id, label, name, fiscal_year, activity_code, account_code,
           expense_account_id, payable_account_id, income_account_id)
         select paying_body_id, 'BARU', 'BARU', 2026, '1', '1', expense_account_id, payable_account_id, income_account_id
         from funding_source where id = ${lineOf('DDS', 2026)}`,
      ],
      CHECK,
    ],
    ['a lapse taken back', [`delete from budget_lapse`], FORBIDDEN],
    ['a closing edited', [`update year_closing set basis = 'lain'`], FORBIDDEN],
    ['a mark emptied', [`truncate prior_year_line`], FORBIDDEN],
    [
      'a closing without its lines',
      [
        `insert into year_closing (paying_body_id, fiscal_year, basis, closed_on, closed_by, closed_at)
         values (${payer}, 2027, 'x', '2027-12-31', 1, now())`,
      ],
      CHECK,
    ],
    [
      'a closing before its year is over',
      [
        `insert into year_closing (paying_body_id, fiscal_year, basis, closed_on, closed_by, closed_at)
         values (${payer}, 2027, 'x', '2027-02-01', 1, now())`,
      ],
      CHECK,
    ],
    [
      'a lapse that forfeits more than was left',
      [
        `insert into budget_lapse (funding_source_id, closing_id, ceiling, spent, lapsed, debt)
         values (${lineOf('DDS', 2027)}, 1, 900000, 0, 900000, 0)`,
      ],
      CHECK,
    ],
  ])('%s', async (_, statements, verdict) => {
    const rollback = verdict === 'accepted' ? ['set constraints all immediate', 'select 1/0'] : [];
    expect(await sqlVerdictForApplication(app, ...statements, ...rollback)).toBe(
      verdict === 'accepted' ? '22012' : verdict,
    );
  });

  it('and nothing moved', async () => {
    await expectBooksToAgree(app);
    const drafts = await app.get(PaymentRequestsService).list();
    expect(drafts.map(({ number }) => number)).toEqual([request.number]);
  });
});
