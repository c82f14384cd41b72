import { LedgerPeriodsService } from '../../../src/modules/ledger/ledger-periods.service.js';
import { LedgerVerificationService } from '../../../src/modules/ledger/ledger-verification.service.js';
import { testApp } from '../../support/app.js';
import {
  aDraft,
  answerOfBank,
  aPayingNagari,
  JULY,
  sqlVerdictForApplication,
  takeSteps,
} from '../../support/payments.js';

const [NOT_ALLOWED, AGAINST_A_RULE, NO_SUCH] = ['42501', '23514', '23503'];

const { app } = await testApp();
const office = await aPayingNagari(app);

// 1 honor of July, 2 its payment, 3 July closed; the request is settled.
const number = await aDraft(app, office, [JULY]);
await takeSteps(app, office, number, 'release');
await answerOfBank(app, office, number, ['HK1-1-0001,75000,SUKSES,', 'HK1-1-0002,75000,SUKSES,']);
await app.get(LedgerPeriodsService).close(JULY, 'eka');

const batch = (kind: number, period: string, effectiveOn: string, actor = 'eka') =>
  `insert into ledger.batch (kind, effective_on, period, idempotency_key, request_hash, recorded_at, actor)
   values (${String(kind)}, '${effectiveOn}', '${period}', '${kind > 6 ? 'period/x' : 'x'}', sha256('x'), now(), '${actor}')`;
const NEWEST = '(select max(id) from ledger.batch)';
const SEAL = `select ledger.seal(${NEWEST}, null)`;
const entry = (party: string, amounts: string, reverses = 'null, null') =>
  `insert into ledger.entry (batch_id, sequence, kind, party_id, region_digits, accounts, amounts, reverses_batch_id, reverses_sequence, memo)
   select ${NEWEST}, 1, 3, ${party}, region_digits, accounts, ${amounts}, ${reverses}, 'x' from ledger.entry
   where batch_id = 2 and sequence = 1`;
const MIRRORED = 'array(select -amount from unnest(amounts) as amount)';
const asked = (by: string) =>
  `insert into ledger.reopening_request (period, reason, requested_by, requested_at) values ('2026-07', 'x', '${by}', now())`;
const stated = (by: string, balance = 'ledger.balance_hash()') =>
  `insert into ledger.closing (batch_id, reason, requested_by, request_id, balance_hash)
   values (${NEWEST}, 'x', '${by}', (select max(id) from ledger.reopening_request), ${balance})`;
const BACK_TO_DRAFT = `update payment_request
  set state = 'draft', verified_by = null, approved_by = null, released_by = null where number = '${number}'`;

describe('the application cannot, in SQL of its own', () => {
  it.each([
    [
      'put a trigger of the owner on a table of its own',
      ['create temp table moves (funding_source_id int, kind text, amount bigint)'],
      NOT_ALLOWED,
    ],
    [
      'put a type of its own before one of the system',
      ['create domain pg_temp.text as varchar(4)'],
      NOT_ALLOWED,
    ],
    [
      'put a table of its own before the one that guards look into',
      [`create temp table payment_request as select id, 'draft'::text as state from public.payment_request`],
      NOT_ALLOWED,
    ],
    ['run a trigger function of the owner', ['select apply_budget_moves()'], NOT_ALLOWED],
    ['take a paid request back', [BACK_TO_DRAFT], NOT_ALLOWED],
    [
      'cancel a paid request',
      [
        `update payment_request set state = 'cancelled', verified_by = null, approved_by = null, released_by = null`,
      ],
      NOT_ALLOWED,
    ],
    ['let go of what a paid request holds', ['delete from request_entitlement'], NOT_ALLOWED],
    ['post into a closed month', [batch(1, '2026-07', '2026-07-31')], AGAINST_A_RULE],
    ['post where no report looks', [batch(1, '9999-12', '2026-10-05')], AGAINST_A_RULE],
    [
      'close with balances it made up',
      [batch(7, '2026-08', '2026-08-31'), stated('eka', `sha256('x')`)],
      AGAINST_A_RULE,
    ],
    [
      'reopen by one person written in two ways',
      [batch(8, '2026-07', '2026-07-31'), asked('EKA'), stated('EKA')],
      AGAINST_A_RULE,
    ],
    [
      'reopen for somebody who is no user',
      [batch(8, '2026-07', '2026-07-31'), asked('siapa'), stated('siapa')],
      AGAINST_A_RULE,
    ],
    [
      'undo the payment of another kader, so that her return finds it undone',
      [batch(3, '2026-10', '2026-10-05'), entry('77', MIRRORED, '2, 1'), SEAL],
      NO_SUCH,
    ],
    [
      'undo a payment by another amount',
      [batch(3, '2026-10', '2026-10-05'), entry('party_id', 'amounts', '2, 1'), SEAL],
      NO_SUCH,
    ],
    [
      'post an entry of another kind than its batch',
      [batch(2, '2026-10', '2026-10-05'), entry('party_id', MIRRORED), SEAL],
      NOT_ALLOWED,
    ],
    [
      'write the seal of a batch',
      [batch(3, '2026-10', '2026-10-05'), `update ledger.batch set hash = sha256('x')`],
      NOT_ALLOWED,
    ],
  ])('%s', async (_, statements, verdict) => {
    expect(await sqlVerdictForApplication(app, ...statements)).toBe(verdict);
  });

  it('leave a mark: the books hold as before', async () => {
    expect(await app.get(LedgerVerificationService).verify()).toMatchObject({ verified: true, batches: 3 });
  });
});
