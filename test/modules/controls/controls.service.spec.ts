import { readFile } from 'node:fs/promises';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { ControlDataService } from '../../../src/modules/controls/control-data.service.js';
import { ControlsService } from '../../../src/modules/controls/controls.service.js';
import { PaymentRequestStepsService } from '../../../src/modules/payment-requests/payment-request-steps.service.js';
import { testApp } from '../../support/app.js';
import { withFile } from '../../support/nagari.js';
import { aDraft, aPayingNagari, AUGUST, JULY, sqlVerdictForApplication } from '../../support/payments.js';
import { refusalCodes, refusalsOf } from '../../support/refusal.js';

const [REFUSED, FORBIDDEN] = ['23514', '42501'];
const [MAY, JUNE] = ['2026-05', '2026-06'].map(serviceMonth);
const YUSNIDAR = '1310044101800001';

const { app } = await testApp();
const office = await aPayingNagari(app, 10_000_000n);
const controls = app.get(ControlsService);
const data = app.get(ControlDataService);
const steps = app.get(PaymentRequestStepsService);
const { operator, verifier, wali } = office;

const asApplication = (...statements: readonly string[]) => sqlVerdictForApplication(app, ...statements);
const update = (number: string, set: string) =>
  `update payment_request set ${set} where number = '${number}'`;
const idOf = (number: string) => `(select id from payment_request where number = '${number}')`;
const took = (number: string, from: string, to: string, by: number) =>
  `insert into payment_request_step (request_id, from_state, to_state, taken_by, taken_at)
   values (${idOf(number)}, '${from}', '${to}', ${String(by)}, now())`;

/** A standard price of Rp100.000, in May of Rp50.000, which Rp75.000 is above of. */
const PRICES = [
  ['2026-01-01', '2026-04-30', 100_000],
  ['2026-05-01', '2026-05-31', 50_000],
  ['2026-06-01', '2026-12-31', 100_000],
].map(
  ([from, to, limit]) =>
    `{ kind: rate, scope: '13.10', component: honor-bulanan, limit: ${String(limit)}, from: ${String(from)}, to: ${String(to)}, basis: SSH 1/2026 }`,
);
const importCeilings = (ceilings: readonly string[]) =>
  withFile('batas.yaml', ['ceilings:', ...ceilings.map((one) => `  - ${one}`), ''].join('\n'), (path) =>
    data.importCeilings(path, operator.id),
  );

describe('a block', () => {
  it('stops the submission with everything that was found, which stays on record', async () => {
    await importCeilings(PRICES);
    const number = await aDraft(app, office, [MAY ?? JULY]);
    const refused = await refusalsOf(() => steps.submit(number, operator));
    expect(refused.map(({ code }) => code)).toEqual(['control.above-ceiling']);
    expect(refused[0]?.message).toContain(
      'Rp75.000 sebulan (2 kader, Mei 2026), melebihi Rp50.000 menurut SSH 1/2026',
    );
    const kept = await controls.list(number);
    expect(kept).toMatchObject([
      {
        finding: 1,
        control: 'C17',
        severity: 'block',
        request: number,
        evidence: { rate: 75_000, limit: 50_000 },
      },
    ]);
    expect(await refusalCodes(() => controls.answer(number, 1, 'Sudah disetujui.', operator.id))).toEqual([
      'control.finding-blocks',
    ]);
  });

  it('stops it in raw SQL as well, and so does a request that no control looked at', async () => {
    const blocked = (await controls.list(null))[0]?.request ?? '';
    expect(await asApplication(update(blocked, `state = 'submitted', submission = 1`))).toBe(REFUSED);
    const unseen = await aDraft(app, office, [JUNE ?? JULY]);
    expect(await asApplication(update(unseen, `state = 'submitted', submission = 1`))).toBe(REFUSED);
    expect(await controls.run(unseen)).toEqual([]);
    const submitted = [
      update(unseen, `state = 'submitted', submission = 1`),
      took(unseen, 'draft', 'submitted', operator.id),
    ];
    expect(await asApplication(...submitted)).toBe('accepted');
  });
});

describe('a warning', () => {
  it('is answered in writing and accepted by another person, before anybody approves', async () => {
    const { body, what, from } = {
      body: 'Nagari Siguntur',
      what: 'honor perangkat',
      from: plainDate('2026-07-01'),
    };
    await data.declare({ nik: YUSNIDAR, body, what, from, to: plainDate('2026-07-31') }, operator.id);
    const number = await aDraft(app, office, [JULY]);
    await steps.submit(number, operator);
    const asked = await refusalsOf(() => steps.verify(number, verifier));
    expect(asked.map(({ code }) => code)).toEqual(['control.answer-needed']);
    expect(asked[0]?.message).toContain(`Jawab dengan: honor control answer ${number} 1.`);
    expect(await refusalCodes(() => controls.answer(number, 1, ' ', operator.id))).toEqual([
      'control.answer-blank',
    ]);
    expect(await refusalCodes(() => controls.answer(number, 7, 'Ya.', operator.id))).toEqual([
      'control.finding-unknown',
    ]);
    await controls.answer(number, 1, 'Sudah diperiksa.', verifier.id);
    expect(await refusalCodes(() => steps.verify(number, verifier))).toEqual(['control.answer-own']);
    await controls.answer(number, 1, 'Boleh menurut Perbup 3/2026 pasal 4.', operator.id);
    await steps.verify(number, verifier);
    expect(await controls.list(number)).toMatchObject([
      {
        control: 'C12',
        answeredBy: 'Ani Marlina',
        acceptedBy: 'Budi Santoso',
        answer: expect.stringContaining('Perbup 3') as string,
      },
    ]);
    await takeStepsFrom(number);
    expect(await controls.list(number)).toMatchObject([{ severity: 'warn' }]);
  });

  it('stops approval in raw SQL while its answer is not accepted, and only then', async () => {
    const { body, what } = { body: 'Dinas Sosial', what: 'honor pendamping' };
    await data.declare({ nik: YUSNIDAR, body, what, from: plainDate('2026-08-01'), to: null }, operator.id);
    const number = await aDraft(app, office, [AUGUST]);
    await steps.submit(number, operator);
    const approve = [
      update(number, `state = 'verified', verified_by = ${String(verifier.id)}`),
      took(number, 'submitted', 'verified', verifier.id),
      `insert into disbursement (request_id, kader_id, bank_account_id, amount, reference)
       select ${idOf(number)}, kader_id, id, 75000, 'sql-' || id from bank_account where superseded_at is null`,
      update(number, `state = 'approved', approved_by = ${String(wali.id)}`),
      took(number, 'verified', 'approved', wali.id),
    ];
    expect(await asApplication(...approve)).toBe(REFUSED);
    await controls.answer(number, 1, 'Boleh menurut Perbup 3/2026 pasal 4.', operator.id);
    expect(await asApplication(...approve)).toBe(REFUSED);
    const accept = (by: number) =>
      `insert into control_acceptance (answer_id, submission, accepted_by, accepted_at)
       select max(id), 1, ${String(by)}, now() from control_answer`;
    expect(await asApplication(accept(operator.id), ...approve)).toBe(REFUSED);
    expect(await asApplication(accept(verifier.id), ...approve)).toBe('accepted');
  });

  it('keeps its number and its answer when the request comes back, and is accepted anew', async () => {
    const number = await aDraft(app, office, [serviceMonth('2026-09')]);
    await steps.submit(number, operator);
    await controls.run(number);
    await controls.answer(number, 1, 'Boleh menurut Perbup 3/2026 pasal 4.', operator.id);
    await steps.verify(number, verifier);
    await steps.reject(number, wali, 'lampiran kurang');
    await steps.submit(number, operator);
    expect(await controls.list(number)).toMatchObject([
      { finding: 1, answer: 'Boleh menurut Perbup 3/2026 pasal 4.', acceptedBy: null },
    ]);
    await steps.verify(number, verifier);
    expect(await controls.list(number)).toMatchObject([{ acceptedBy: 'Budi Santoso' }]);
  });
});

describe('what was found', () => {
  it.each([
    ['a finding reworded', `update control_finding set sentence = 'baik-baik saja'`],
    ['a finding deleted', 'delete from control_finding'],
    ['a run cleaned', 'delete from control_run_finding'],
    ['an answer rewritten', `update control_answer set answer = 'lain'`],
    [
      'a finding added to a run of before',
      `insert into control_run_finding
       select (select min(id) from control_run), (select max(id) from control_finding), 'warn'`,
    ],
    ['a declaration withdrawn', 'delete from control_declaration'],
    ['a price raised', 'update control_ceiling set amount = 1000000'],
  ])('stays: %s', async (_, statement) => {
    expect(await asApplication(statement)).toBe(FORBIDDEN);
  });

  it('is all of it: a run that says less is refused', async () => {
    const lie = `insert into control_run (request_id, submission, step, blocks, warnings, ran_at)
      select max(id), 1, 'submitted', 0, 1, now() from payment_request`;
    expect(await asApplication(lie)).toBe(REFUSED);
  });
});

describe('the data of the controls', () => {
  it('refuses a limit that overlaps another, or is for nobody known', async () => {
    expect(await refusalCodes(() => importCeilings(PRICES.slice(0, 1)))).toEqual([
      'control.ceiling-overlaps',
    ]);
    expect(await refusalCodes(() => importCeilings([PRICES[0]?.replace('13.10', '99.99') ?? '']))).toEqual([
      'control.scope-unknown',
    ]);
  });

  it('refuses a declaration of nobody, of nothing, or that ends before it begins', async () => {
    const from = plainDate('2026-01-01');
    const declare = (change: object) =>
      data.declare({ nik: YUSNIDAR, body: 'Dinas', what: 'honor', from, to: null, ...change }, operator.id);
    expect(await refusalCodes(() => declare({ nik: '1310044101800099' }))).toEqual(['control.kader-unknown']);
    expect(await refusalCodes(() => declare({ what: ' ' }))).toEqual(['control.declaration-blank']);
    expect(await refusalCodes(() => declare({ to: plainDate('2025-01-01') }))).toEqual([
      'control.declaration-dates-reversed',
    ]);
  });

  it('rules from the next run on: what the settings let pass with an answer no longer stops', async () => {
    const blocked = (await controls.list(null))[0]?.request ?? '';
    const shipped = await readFile('config/controls.yaml', 'utf8');
    const lenient = shipped.replace('above-ceiling: block', 'above-ceiling: warn');
    await withFile('kontrol.yaml', lenient, (path) => data.importSettings(path, operator.id));
    expect(await controls.run(blocked)).toMatchObject([{ finding: 1, control: 'C17', severity: 'warn' }]);
    await data.importSettings('config/controls.yaml', operator.id);
    expect(await controls.run(blocked)).toMatchObject([{ finding: 1, control: 'C17', severity: 'block' }]);
  });

  it('is asked of requests that are there', async () => {
    expect(await refusalCodes(() => controls.run('0/SPP'))).toEqual(['payment.request-unknown']);
    expect(await refusalCodes(() => controls.list('0/SPP'))).toEqual(['payment.request-unknown']);
  });
});

function takeStepsFrom(number: string): Promise<unknown> {
  return steps.approve(number, wali).then(() => steps.release(number, office.treasurer));
}
