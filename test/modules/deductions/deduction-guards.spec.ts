import { PaymentRequestStepsService } from '../../../src/modules/payment-requests/payment-request-steps.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { testApp } from '../../support/app.js';
import { importTaxFacts } from '../../support/deductions.js';
import { chooseDeductions, SIGUNTUR } from '../../support/nagari.js';
import { aDraft, aPayingNagari, sqlVerdict, sqlVerdictForApplication } from '../../support/payments.js';
import { refusalCodes, refusalsOf } from '../../support/refusal.js';

const { app } = await testApp();
const office = await aPayingNagari(app);
const choose = (...codes: string[]) => chooseDeductions(app, office.operator.id, SIGUNTUR, codes);
await choose('pph21-bukan-pegawai');
const number = await aDraft(app, office);
const submit = () => app.get(PaymentRequestStepsService).submit(number, office.operator);

const REFUSED = '23514';
const FORBIDDEN = '42501';
const columns = '(request_id, kader_id, kind, service_month, amount, policy_id, steps)';
const first = `select id, request_id, kader_id, policy_id from kader_deduction order by id limit 1`;
const insert = (kind: string, month: string, amount: number, policy = 'policy_id') =>
  `insert into kader_deduction ${columns}
   select request_id, kader_id, '${kind}', ${month}, ${String(amount)}, ${policy}, '[{}]' from (${first}) it`;
const touch = `update payment_request set kader_count = kader_count`;

describe('the database', () => {
  it.each([
    ['another kind of deduction', [insert('lain-lain', 'null', 30_000)], '23514'],
    ['a second tax on the same payment', [insert('pph21', 'null', 5)], '23505'],
    ['a deduction of a policy that is of another kind', [insert('bpjs', `'2026-07'`, 16_800)], '23503'],
    [
      'a deduction that the request does not count',
      [`update payment_request set deductions = 0, net = gross`],
      REFUSED,
    ],
    ['a request that counts what is not deducted', [`delete from kader_deduction`, touch], REFUSED],
    [
      'a tax that leaves nothing',
      [
        `delete from kader_deduction where id = (select id from (${first}) it)`,
        `insert into kader_deduction ${columns} select request.id, kader.id, 'pph21', null, 75000, policy.id, '[{}]'
         from payment_request request, kader, deduction_policy policy
         where kader.name = 'Yusnidar' and policy.code = 'pph21-bukan-pegawai'`,
        `update payment_request set deductions = 76875, net = 73125`,
      ],
      REFUSED,
    ],
    ['a deduction of somebody else', [`update kader_deduction set amount = 5`], FORBIDDEN],
    ['a changed choice', [`update deduction_choice set note = 'x'`], FORBIDDEN],
    ['a changed policy', [`update deduction_policy set document = '{}'`], FORBIDDEN],
  ])('refuses %s', async (_, statements, code) => {
    expect(await sqlVerdict(app, ...statements)).toBe(code);
  });

  it('lets the application change no fact, policy or choice', async () => {
    for (const table of ['deduction_choice', 'kader_tax_fact', 'deduction_policy'])
      expect(await sqlVerdictForApplication(app, `delete from ${table}`)).toBe(FORBIDDEN);
  });
});

describe('a draft', () => {
  it('is submitted as it was composed: a choice that reaches back stops it until it is composed anew', async () => {
    await choose('pph21-peserta-kegiatan');
    const problems = await refusalsOf(submit);
    expect(problems.map(({ code, facts }) => [code, facts.before, facts.after])).toEqual([
      ['deduction.changed-since-draft', 1_875n, 3_750n],
      ['deduction.changed-since-draft', 1_875n, 3_750n],
    ]);
    await importTaxFacts(app, office, ['1310044101800001;Yusnidar;01/02/2026;;III/b;']);
    const months = ['2026-07'].map((month) => month as never);
    const again = { payer: SIGUNTUR, months, number, by: office.operator };
    const { request } = await app.get(PaymentRequestsService).draft(again);
    expect(request).toMatchObject({ deductions: 7_500n, net: 142_500n });
    expect(await refusalCodes(submit)).toEqual([]);
  });

  it('is frozen once submitted', async () => {
    expect(await sqlVerdict(app, 'delete from kader_deduction')).toBe(FORBIDDEN);
    expect(await sqlVerdict(app, `update payment_request set deducted_on = '2026-01-01'`)).toBe(FORBIDDEN);
  });
});
