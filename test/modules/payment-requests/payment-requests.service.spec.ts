import { DataSource } from 'typeorm';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { accountLiterals } from '../../support/account-numbers.js';
import { testApp } from '../../support/app.js';
import { addFunding, addKader, SIGUNTUR, SITIUNG } from '../../support/nagari.js';
import { aDraft, aPayingNagari, AUGUST, calculate, JULY, takeSteps } from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';

const { app } = await testApp();
const office = await aPayingNagari(app);
const requests = app.get(PaymentRequestsService);
const SEPTEMBER = serviceMonth('2026-09');
const [MAY, JUNE] = [serviceMonth('2026-05'), serviceMonth('2026-06')];
const draftOf = (change: Partial<Parameters<typeof requests.draft>[0]>) =>
  requests.draft({ payer: SIGUNTUR, months: [JULY], by: office.operator, ...change });

describe('PaymentRequestsService.draft', () => {
  it('skips a number that the office gave itself', async () => {
    await calculate(app, office, [JULY, AUGUST]);
    const taken = (await requests.list()).length + 2;
    const numberOf = (count: number) => `${String(count).padStart(4, '0')}/SPP-HONOR/${SIGUNTUR}/2026`;
    await draftOf({ months: [JULY], number: numberOf(taken) });
    expect((await draftOf({ months: [AUGUST] })).request.number).toBe(numberOf(taken + 1));
  });

  it('composes a draft anew under its own number, and lets go what it held', async () => {
    await calculate(app, office, [MAY, JUNE]);
    const first = await draftOf({ months: [MAY, JUNE], number: '1/SPP' });
    const second = await draftOf({ months: [MAY], number: '1/SPP' });
    expect(second.request).toMatchObject({ id: first.request.id, gross: 150_000n });
    expect((await draftOf({ months: [JUNE] })).request).toMatchObject({ gross: 150_000n });
  });

  it('refuses the number of a request that is beyond its draft', async () => {
    const number = await aDraft(app, office, [SEPTEMBER]);
    await takeSteps(app, office, number, 'submit');
    expect(await refusalCodes(() => draftOf({ months: [SEPTEMBER], number }))).toEqual([
      'payment.wrong-state',
    ]);
  });

  it('refuses the number of another payer', async () => {
    await addFunding(app, office, SITIUNG, 1_000_000n);
    await addKader(app, office, { nik: '1310044101800003', name: 'Desi', nagari: SITIUNG });
    await calculate(app, office, [JULY], SITIUNG);
    await draftOf({ payer: SITIUNG, number: '7/SPP' });
    expect(await refusalCodes(() => draftOf({ number: '7/SPP' }))).toEqual(['payment.number-exists']);
  });

  it('refuses an unknown payer, and months of which nothing is owed', async () => {
    expect(await refusalCodes(() => draftOf({ payer: 'DINSOS' }))).toEqual(['payment.payer-unknown']);
    const none = () => draftOf({ months: [serviceMonth('2026-01')] });
    expect(await refusalCodes(none)).toEqual(['payment.nothing-payable']);
  });

  it('refuses to find a request that is not there', async () => {
    expect(await refusalCodes(() => requests.byNumber('0/SPP'))).toEqual(['payment.request-unknown']);
  });

  it('holds out, by name, who waits for the second person of an account change', async () => {
    const id = await addKader(app, office, { nik: '1310044101800004', name: 'Murni', nagari: SIGUNTUR });
    await app.get(DataSource).query(
      `insert into bank_account (kader_id, bank_code, account_number_sealed, account_number_digest, account_name, replaces_id, recorded_by, recorded_at)
       select $1, '118', ${accountLiterals('7777777777')}, 'Murni', id, $2, now() from bank_account where kader_id = $1`,
      [id, office.operator.id],
    );
    const APRIL = serviceMonth('2026-04');
    await calculate(app, office, [APRIL]);
    const { heldOut, request } = await draftOf({ months: [APRIL] });
    expect(heldOut.map(({ payee, reason }) => [payee.name, reason.code])).toEqual([
      ['Murni', 'payment.account-pending'],
    ]);
    expect(request.kaderCount).toBe(2);
  });
});
