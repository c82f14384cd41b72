import { DataSource } from 'typeorm';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { CashRecoveryService } from '../../../src/modules/overpayments/cash-recovery.service.js';
import { OverpaymentsService } from '../../../src/modules/overpayments/overpayments.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { testApp } from '../../support/app.js';
import { addFunding, addKader, SIGUNTUR, SITIUNG } from '../../support/nagari.js';
import { settle } from '../../support/overpayments.js';
import { aPayingNagari, calculate, endService, JULY, takeSteps } from '../../support/payments.js';

const { app } = await testApp();
const office = await aPayingNagari(app);
await addFunding(app, office, SITIUNG, 1_000_000n);
await addKader(app, office, { nik: '1310044101800003', name: 'Dahniar', nagari: SITIUNG });
const requests = app.get(PaymentRequestsService);

const draft = (number: string) =>
  requests.draft({ payer: SITIUNG, months: [JULY], number, by: office.operator });
const membersOf = async (number: string) =>
  (await requests.show(number)).members.map(({ name, amount }) => [name, amount]);

/** What a late SK says: she served in Sitiung since the first of July. */
async function moveToSitiung(name: string): Promise<void> {
  await endService(app, name, '2026-06-30');
  await app.get(DataSource).query(
    `insert into appointment (kader_id, posyandu_id, role, bidang, sk_number, sk_date, valid_from, sk_valid_to, import_id)
     select kader.id, posyandu.id, 'kader', 'kesehatan', 'SK-2/2026', '2026-07-01', '2026-07-01', '2026-12-31', kader.import_id
     from kader cross join posyandu where kader.name = $1 and posyandu.nagari_code = $2`,
    [name, SITIUNG],
  );
  await app.get(DataSource).query('update kader set nagari_code = $2 where name = $1', [name, SITIUNG]);
}

it('a month that another nagari paid waits until it came back, and holds up nobody else', async () => {
  await calculate(app, office, [JULY], '13.10');
  const paid = await requests.draft({
    payer: SIGUNTUR,
    months: [JULY],
    number: '1/SGT',
    by: office.operator,
  });
  await takeSteps(app, office, paid.request.number, 'release');
  await settle(app, office, '1/SGT');

  await moveToSitiung('Yusnidar');
  expect(await calculate(app, office, [JULY], '13.10')).toMatchObject({ changedLines: 1, changedGross: 0n });

  const { heldOut } = await draft('1/STG');
  expect(heldOut.map(({ payee, owed, reason }) => [payee.name, owed, reason.code])).toEqual([
    ['Yusnidar', 75_000n, 'payment.paid-elsewhere'],
  ]);
  expect(heldOut[0]?.reason.message).toContain('1/SGT');
  await takeSteps(app, office, '1/STG', 'release');
  await settle(app, office, '1/STG');
  expect(await membersOf('1/STG')).toEqual([['Dahniar', 75_000n]]);

  const [opened] = await app.get(OverpaymentsService).open(SIGUNTUR, undefined, office.operator);
  const back = { caseNumber: opened?.number ?? '', on: plainDate('2026-10-05'), by: office.treasurer };
  await app.get(CashRecoveryService).receive({ ...back, amount: 74_999n, receipt: 'K-1' });
  await expect(draft('2/STG')).rejects.toMatchObject({ problems: [{ code: 'payment.paid-elsewhere' }] });

  await app.get(CashRecoveryService).receive({ ...back, amount: 1n, receipt: 'K-2' });
  await draft('2/STG');
  await takeSteps(app, office, '2/STG', 'release');
  expect(await membersOf('2/STG')).toEqual([['Yusnidar', 75_000n]]);
});
