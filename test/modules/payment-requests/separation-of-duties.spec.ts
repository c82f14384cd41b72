import { DataSource } from 'typeorm';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { PaymentRequestStepsService } from '../../../src/modules/payment-requests/payment-request-steps.service.js';
import { UsersService } from '../../../src/modules/users/users.service.js';
import { accountLiterals } from '../../support/account-numbers.js';
import { testApp } from '../../support/app.js';
import { addKader, SIGUNTUR } from '../../support/nagari.js';
import { aDraft, aPayingNagari, AUGUST, JULY, sqlVerdict, takeSteps } from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';

const REFUSED = '23514';
const { app } = await testApp();
const office = await aPayingNagari(app);
const steps = app.get(PaymentRequestStepsService);
const users = app.get(UsersService);

const idOf = (number: string) =>
  app.get(DataSource).query<[{ id: number }]>('select id from payment_request where number = $1', [number]);

describe('four different people', () => {
  it('are demanded by every step, and by the database behind it', async () => {
    const number = await aDraft(app, office, [JULY]);
    const [{ id }] = await idOf(number);
    const raw = (set: string) =>
      sqlVerdict(app, `update payment_request set ${set} where id = ${String(id)}`);
    const { operator, verifier, wali } = office;
    expect(await refusalCodes(() => steps.submit(number, verifier))).toEqual(['payment.not-the-preparer']);
    await takeSteps(app, office, number, 'submit');
    expect(await refusalCodes(() => steps.verify(number, operator))).toEqual(['payment.same-person']);
    expect(await raw(`state = 'verified', verified_by = ${String(operator.id)}`)).toBe(REFUSED);
    await steps.verify(number, verifier);
    for (const earlier of [operator, verifier]) {
      expect(await refusalCodes(() => steps.approve(number, earlier))).toEqual(['payment.same-person']);
      expect(await raw(`state = 'approved', approved_by = ${String(earlier.id)}`)).toBe(REFUSED);
    }
    await steps.approve(number, wali);
    for (const earlier of [operator, verifier, wali]) {
      expect(await refusalCodes(() => steps.release(number, earlier))).toEqual(['payment.same-person']);
      expect(await raw(`state = 'disbursing', released_by = ${String(earlier.id)}`)).toBe(REFUSED);
    }
    expect(await raw(`verified_by = ${String(operator.id)}`)).toBe(REFUSED);
  });
});

describe('whoever recorded an account', () => {
  it('takes no step of a request that pays to it, nor does the database let her', async () => {
    const recorder = await users.add({ username: 'rini', fullName: 'Rini', position: 'Petugas Data' });
    const kader = await addKader(app, office, {
      nik: '1310044101800003',
      name: 'Desi',
      nagari: SIGUNTUR,
      account: null,
    });
    await app.get(DataSource).query(
      `insert into bank_account (kader_id, bank_code, account_number_sealed, account_number_digest, account_name, recorded_by, recorded_at)
       values ($1, '118', ${accountLiterals('9999999999')}, 'Desi', $2, now())`,
      [kader, recorder.id],
    );
    const number = await aDraft(app, office, [AUGUST]);
    await takeSteps(app, office, number, 'submit');
    const [{ id }] = await idOf(number);
    expect(await refusalCodes(() => steps.verify(number, recorder))).toEqual(['payment.account-changer']);
    const update = (set: string) =>
      sqlVerdict(app, `update payment_request set ${set} where id = ${String(id)}`);
    expect(await update(`state = 'verified', verified_by = ${String(recorder.id)}`)).toBe(REFUSED);
    await steps.verify(number, office.verifier);
    expect(await update(`verified_by = ${String(recorder.id)}`)).toBe(REFUSED);
  });
});

describe('a request after its draft', () => {
  it('stops at every step when somebody in it has died or her account is in question', async () => {
    await addKader(app, office, { nik: '1310044101800004', name: 'Murni', nagari: SIGUNTUR });
    const number = await aDraft(app, office, [serviceMonth('2026-06')]);
    const dataSource = app.get(DataSource);
    await dataSource.query(`update kader set deceased_on = '2026-10-01' where name = 'Murni'`);
    expect(await refusalCodes(() => steps.submit(number, office.operator))).toEqual([
      'payment.changed-since-draft',
    ]);
    await dataSource.query(`update kader set deceased_on = null where name = 'Murni'`);
    await takeSteps(app, office, number, 'submit');
    await dataSource.query(
      `insert into bank_account (kader_id, bank_code, account_number_sealed, account_number_digest, account_name, replaces_id, recorded_by, recorded_at)
       select kader_id, '118', ${accountLiterals('8888888888')}, 'Murni', id, recorded_by, now() from bank_account
       where account_name = 'Murni'`,
    );
    expect(await refusalCodes(() => steps.verify(number, office.verifier))).toEqual([
      'payment.changed-since-draft',
    ]);
  });

  it('is unknown when it is not there', async () => {
    expect(await refusalCodes(() => steps.verify('0/SPP', office.verifier))).toEqual([
      'payment.request-unknown',
    ]);
  });
});
