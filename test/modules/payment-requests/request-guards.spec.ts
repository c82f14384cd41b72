import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { testApp } from '../../support/app.js';
import {
  aDraft,
  answerOfBank,
  aPayingNagari,
  AUGUST,
  JULY,
  sqlVerdict,
  takeSteps,
} from '../../support/payments.js';

const [FORBIDDEN, BROKEN, TWICE] = ['42501', '23514', '23505'];
const { app } = await testApp();
const office = await aPayingNagari(app);
const draft = await aDraft(app, office, [JULY]);
const submitted = await aDraft(app, office, [AUGUST]);
await takeSteps(app, office, submitted, 'submit');
const disbursing = await aDraft(app, office, [serviceMonth('2026-06')]);
await takeSteps(app, office, disbursing, 'release');
await answerOfBank(app, office, disbursing, ['HK3-1-0001,75000,BERHASIL,']);

const idOf = (number: string) => `(select id from payment_request where number = '${number}')`;
const update = (number: string, set: string) =>
  `update payment_request set ${set} where number = '${number}'`;
const disbursement = (set: string) => `update disbursement set ${set} where reference = 'HK3-1-0001'`;

describe('the payment requests refuse in raw SQL', () => {
  it.each([
    ['totals that lie', [update(draft, 'gross = gross + 1, net = net + 1')], BROKEN],
    ['a head count that lies', [update(draft, 'kader_count = 3')], BROKEN],
    ['a net that is not the gross less deductions', [update(draft, 'net = 1')], BROKEN],
    [
      'an entitlement let go without changing the totals',
      [
        `delete from request_entitlement where request_id = ${idOf(draft)} and entitlement_id = (select min(entitlement_id) from request_entitlement where request_id = ${idOf(draft)})`,
        update(draft, 'gross = gross'),
      ],
      BROKEN,
    ],
    ['months that it does not pay', [update(draft, `months = '{2026-01}'`)], BROKEN],
    [
      'an entitlement in two requests',
      [
        `insert into request_entitlement select ${idOf(draft)}, entitlement_id from request_entitlement where request_id = ${idOf(submitted)}`,
      ],
      TWICE,
    ],
    [
      'an entitlement taken out after submission',
      [`delete from request_entitlement where request_id = ${idOf(submitted)}`],
      FORBIDDEN,
    ],
    [
      'an entitlement exchanged after submission',
      [`update request_entitlement set request_id = ${idOf(draft)} where request_id = ${idOf(submitted)}`],
      FORBIDDEN,
    ],
    ['another amount after submission', [update(submitted, 'gross = gross + 1, net = net + 1')], FORBIDDEN],
    ['another number after submission', [update(submitted, `number = 'lain'`)], FORBIDDEN],
    [
      'another preparer after submission',
      [update(submitted, `prepared_by = ${String(office.wali.id)}`)],
      FORBIDDEN,
    ],
    [
      'an approval without anybody who verified',
      [update(submitted, `state = 'approved', approved_by = ${String(office.wali.id)}`)],
      FORBIDDEN,
    ],
    [
      'an approval without disbursements',
      [
        update(submitted, `state = 'verified', verified_by = ${String(office.verifier.id)}`),
        update(submitted, `state = 'approved', approved_by = ${String(office.wali.id)}`),
      ],
      BROKEN,
    ],
    [
      'what was paid declared returned, to be paid again',
      [`update request_entitlement set returned_at = now() where request_id = ${idOf(disbursing)}`],
      FORBIDDEN,
    ],
    ['a disbursement paid twice over', [disbursement('amount = amount * 2')], FORBIDDEN],
    [
      'a disbursement to another account',
      [disbursement(`bank_account_id = (select max(id) from bank_account)`)],
      FORBIDDEN,
    ],
    ['a paid disbursement released again', [disbursement(`state = 'released', result_on = null`)], FORBIDDEN],
    ['a paid disbursement deleted', [`delete from disbursement where reference = 'HK3-1-0001'`], FORBIDDEN],
    [
      'a disbursement nobody approved',
      [
        `insert into disbursement (request_id, kader_id, bank_account_id, amount, reference) select ${idOf(submitted)}, kader_id, bank_account_id, amount, 'raw' from disbursement where reference = 'HK3-1-0001'`,
      ],
      FORBIDDEN,
    ],
    ['a step unwritten', ['delete from payment_request_step'], FORBIDDEN],
  ])('%s', async (_, statements, verdict) => {
    expect(await sqlVerdict(app, ...statements)).toBe(verdict);
  });
});
