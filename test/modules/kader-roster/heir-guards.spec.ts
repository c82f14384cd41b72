import { DataSource } from 'typeorm';
import { PaymentRequestStepsService } from '../../../src/modules/payment-requests/payment-request-steps.service.js';
import type { AccountTable } from '../../../src/platform/secrets/account-numbers.js';
import { accountLiterals } from '../../support/account-numbers.js';
import { purposes } from '../../../src/core/privacy/purposes.js';
import { testApp } from '../../support/app.js';
import { aRecorder, aConfirmedHeir, recordDeath } from '../../support/deaths.js';
import { answerFindings } from '../../support/findings.js';
import { addKader, SIGUNTUR } from '../../support/nagari.js';
import {
  aDraft,
  aPayingNagari,
  AUGUST,
  JULY,
  sqlVerdict,
  sqlVerdictForApplication,
  takeSteps,
} from '../../support/payments.js';
import { digestLiteral, sealedLiteral } from '../../support/sealed.js';

const { app } = await testApp();
const office = await aPayingNagari(app);
const recorder = await aRecorder(app);
await addKader(app, office, { nik: '1310044101800003', name: 'Desi', nagari: SIGUNTUR });
await recordDeath(app, office);

const [BROKEN_RULE, NOT_ALLOWED] = ['23514', '42501'];
/** Nothing before it was refused; what was done is undone. */
const [UNDO, DONE] = ['select 1 / 0', '22012'];
const her = `(select id from kader where name = 'Yusnidar')`;
const last = `(select max(id) from heir)`;
const confirm = (by: number, heir = last) =>
  `insert into heir_confirmation (heir_id, confirmed_by, confirmed_at) values (${heir}, ${String(by)}, now())`;
const insertHeir = (change: Readonly<Record<string, string>> = {}) => {
  const row = {
    kader_id: her,
    name: `'Rina'`,
    relation: `'anak'`,
    nik_sealed: sealedLiteral(purposes.heirNik, '1310046505050003'),
    nik_digest: digestLiteral(purposes.nikDigest, '1310046505050003'),
    died_on: `'2026-08-14'`,
    proof_kind: `'surat-keterangan-ahli-waris'`,
    proof_number: `'470/31'`,
    proof_date: `'2026-09-02'`,
    proof_issuer: `'Wali Nagari'`,
    bank_code: `'118'`,
    ...number('10020210044555', 'heir'),
    account_name: `'RINA'`,
    recorded_by: String(recorder.id),
    recorded_at: 'now()',
    ...change,
  };
  return `insert into heir (${Object.keys(row).join()}) values (${Object.values(row).join()})`;
};
const number = (digits: string, table?: AccountTable): Readonly<Record<string, string>> => {
  const [sealed = '', digest = ''] = accountLiterals(digits, table).split(', ');
  return { account_number_sealed: sealed, account_number_digest: digest };
};
const accountOf = (change: Readonly<Record<string, string>> = {}) => {
  const row = {
    kader_id: her,
    heir_id: last,
    bank_code: `'118'`,
    ...number('10020210044555'),
    account_name: `'RINA'`,
    recorded_by: String(recorder.id),
    recorded_at: 'now()',
    replaces_id: `(select id from bank_account where kader_id = ${her} and superseded_at is not null order by id desc limit 1)`,
    confirmed_by: String(office.verifier.id),
    confirmed_at: 'now()',
    ...change,
  };
  return `insert into bank_account (${Object.keys(row).join()}) values (${Object.values(row).join()})`;
};
const supersede = `update bank_account set superseded_at = now() where kader_id = ${her} and superseded_at is null`;

it.each([
  ['of who lives', { kader_id: `(select id from kader where name = 'Rosmaniar')` }],
  ['of a death on another day', { died_on: `'2026-08-13'` }],
  ['who is the dead herself', { nik_digest: digestLiteral(purposes.nikDigest, '1310044101800001') }],
  ['paid into the account of the dead', number('0001800001', 'heir')],
  ['with a proof older than the death', { proof_date: `'2026-08-13'` }],
  ['without a proof number', { proof_number: `' '` }],
  ['with a hash that is none', { proof_sha256: `repeat('z', 64)` }],
])('the database refuses an heir %s', async (_, change) => {
  expect(await sqlVerdictForApplication(app, insertHeir(change))).toBe(BROKEN_RULE);
  expect(await sqlVerdictForApplication(app, insertHeir(), UNDO)).toBe(DONE);
});

it('a record is confirmed by another person, only while it counts, and never changed', async () => {
  expect(await sqlVerdict(app, insertHeir(), insertHeir({ name: `'Rini'` }))).toBe('accepted');
  expect(await sqlVerdictForApplication(app, confirm(recorder.id))).toBe(BROKEN_RULE);
  const first = `(select min(id) from heir)`;
  expect(await sqlVerdictForApplication(app, confirm(office.verifier.id, first))).toBe(BROKEN_RULE);
  for (const change of [`update heir set name = 'X'`, `delete from heir`, `truncate heir cascade`]) {
    expect(await sqlVerdict(app, change)).toBe(NOT_ALLOWED);
    expect(await sqlVerdictForApplication(app, change)).toBe(NOT_ALLOWED);
  }
});

it('an account of an heir is what her confirmed record says, and nobody else’s', async () => {
  const confirmed = [insertHeir(), confirm(office.verifier.id), supersede];
  expect(await sqlVerdictForApplication(app, ...confirmed, accountOf(), UNDO)).toBe(DONE);
  expect(await sqlVerdictForApplication(app, insertHeir(), supersede, accountOf())).toBe(BROKEN_RULE);
  for (const change of [
    number('10020210099999'),
    { bank_code: `'002'` },
    { account_name: `'RINI'` },
    { recorded_by: String(office.treasurer.id) },
    {
      kader_id: `(select id from kader where name = 'Desi')`,
      replaces_id: 'null',
      confirmed_by: 'null',
      confirmed_at: 'null',
    },
  ]) {
    const others = `update bank_account set superseded_at = now() where superseded_at is null`;
    expect(await sqlVerdictForApplication(app, ...confirmed, others, accountOf(change))).toBe(BROKEN_RULE);
  }
  const ofHeir = insertHeir(number('0001800003', 'heir'));
  const ofDesi = [ofHeir, confirm(office.verifier.id), supersede, accountOf(number('0001800003'))];
  expect(await sqlVerdictForApplication(app, ...ofDesi)).toBe(BROKEN_RULE);
  expect(
    await sqlVerdictForApplication(
      app,
      ...confirmed,
      accountOf(),
      `update bank_account set superseded_at = now() where account_name = 'Desi'`,
      `insert into bank_account (kader_id, bank_code, account_number_sealed, account_number_digest, account_name, recorded_by, recorded_at)
       select id, '118', ${accountLiterals('10020210044555')}, 'Desi', ${String(recorder.id)}, now() from kader where name = 'Desi'`,
    ),
  ).toBe(BROKEN_RULE);
  expect(await sqlVerdict(app, `update bank_account set heir_id = null`)).toBe(NOT_ALLOWED);
});

describe('a payment for the dead', () => {
  it('goes nowhere but to the account of a confirmed heir, and nobody alive is paid there', async () => {
    const dataSource = app.get(DataSource);
    await aConfirmedHeir(app, office);
    const number = await aDraft(app, office, [JULY]);
    await takeSteps(app, office, number, 'approve');
    const idOf = `(select id from payment_request where number = '${number}')`;
    const approve = `update payment_request set state = 'verified', approved_by = null where id = ${idOf}`;
    const prepare = (kader: string, account: string) => [
      `delete from disbursement where request_id = ${idOf}`,
      // only a superuser gets so far: the life of a request allows no such step
      `set local session_replication_role = replica`,
      approve,
      `set local session_replication_role = origin`,
      `insert into disbursement (request_id, kader_id, bank_account_id, amount, reference)
       values (${idOf}, (select id from kader where name = '${kader}'), (${account}), 75000, 'X-1')`,
    ];
    const own = `select id from bank_account where account_name = 'Yusnidar'`;
    const heirs = `select id from bank_account where heir_id is not null and superseded_at is null`;
    expect(await sqlVerdict(app, ...prepare('Yusnidar', heirs), UNDO)).toBe(DONE);
    expect(await sqlVerdict(app, ...prepare('Yusnidar', own))).toBe(BROKEN_RULE);
    expect(await sqlVerdict(app, ...prepare('Rosmaniar', heirs))).toBe(BROKEN_RULE);
    const died = `update kader set deceased_on = '2026-08-15' where name = 'Yusnidar'`;
    expect(await sqlVerdict(app, died, ...prepare('Yusnidar', heirs))).toBe(BROKEN_RULE);
    expect(await sqlVerdict(app, insertHeir(), ...prepare('Yusnidar', heirs))).toBe(BROKEN_RULE);
    const [{ count }] = await dataSource.query<[{ count: number }]>(
      `select count(*)::int as count from disbursement join bank_account account on account.id = bank_account_id
       where heir_id is not null`,
    );
    expect(count).toBe(1);
  });

  it('is not released after a death that became known since, whatever SQL says', async () => {
    const number = await aDraft(app, office, [AUGUST]);
    await answerFindings(app, number, office.operator.id);
    await takeSteps(app, office, number, 'approve');
    const release = `update disbursement set state = 'released', entry_batch_id = 1, entry_sequence = 1
      where request_id = (select id from payment_request where number = '${number}')`;
    const died = `update kader set deceased_on = '2026-08-20' where name = 'Rosmaniar'`;
    expect(await sqlVerdictForApplication(app, release, UNDO)).toBe(DONE);
    expect(await sqlVerdictForApplication(app, died, release)).toBe(BROKEN_RULE);
  });
});

it('whoever recorded an heir takes no step of her first payment', async () => {
  await aConfirmedHeir(app, office, {
    account: { bank: 'BRI', number: '554401000123456', name: 'RINA MARLINA' },
  });
  const number = await aDraft(app, office, ['2026-06' as typeof JULY]);
  const prepared = `update payment_request set prepared_by = ${String(recorder.id)} where number = '${number}'`;
  const submitted = `update payment_request set state = 'submitted', submission = 1 where number = '${number}'`;
  const other = `update payment_request set prepared_by = ${String(office.treasurer.id)} where number = '${number}'`;
  expect(await sqlVerdictForApplication(app, other, submitted, UNDO)).toBe(DONE);
  expect(await sqlVerdictForApplication(app, prepared, submitted)).toBe(BROKEN_RULE);
  const steps = app.get(PaymentRequestStepsService);
  await steps.submit(number, office.operator);
  await expect(steps.verify(number, recorder)).rejects.toMatchObject({ code: 'payment.account-changer' });
  expect(
    await sqlVerdictForApplication(
      app,
      `update payment_request set state = 'verified', verified_by = ${String(recorder.id)} where number = '${number}'`,
    ),
  ).toBe(BROKEN_RULE);
});
