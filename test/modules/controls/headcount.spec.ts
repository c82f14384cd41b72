import { ControlDataService } from '../../../src/modules/controls/control-data.service.js';
import { ControlsService } from '../../../src/modules/controls/controls.service.js';
import { PaymentRequestStepsService } from '../../../src/modules/payment-requests/payment-request-steps.service.js';
import { testApp } from '../../support/app.js';
import { addKader, SIGUNTUR, withFile } from '../../support/nagari.js';
import { aDraft, aPayingNagari, AUGUST, endService, JULY, takeSteps } from '../../support/payments.js';

const { app } = await testApp();
const office = await aPayingNagari(app, 10_000_000n);
const findingsOf = async (number: string) =>
  (await app.get(ControlsService).run(number))
    .filter(({ control }) => control === 'C7')
    .map(({ sentence }) => sentence);
let [first, second] = ['', ''];

describe('the heads of a DPA', () => {
  it('are counted over all requests of the payer that pay the same month', async () => {
    const limit = `ceilings: [{ kind: headcount, scope: '${SIGUNTUR}', limit: 2, from: 2026-01-01, to: null, basis: DPA 1/2026 }]`;
    await withFile('batas.yaml', limit, (path) =>
      app.get(ControlDataService).importCeilings(path, office.operator.id),
    );
    first = await aDraft(app, office, [JULY]);
    await takeSteps(app, office, first, 'verify');
    expect(await findingsOf(first)).toEqual([]);
    await addKader(app, office, { nik: '1310044101800003', name: 'Desi Marlina', nagari: SIGUNTUR });
    second = await aDraft(app, office, [JULY]);
    expect(await findingsOf(second)).toEqual([
      `SPP ini bersama ${first} membayar 3 kader untuk Juli 2026, sedangkan DPA 1/2026 menetapkan 2 untuk ${SIGUNTUR}. Jangan dibagi rata: ajukan revisi DPA, atau bayar hanya yang ditetapkan.`,
    ]);
  });

  it('are nobody whom only a draft would pay', async () => {
    await app.get(PaymentRequestStepsService).reject(first, office.wali, 'lampiran kurang');
    expect(await findingsOf(second)).toEqual([]);
    await takeSteps(app, office, first, 'verify');
  });

  it('are no more for a month in which one took the place of another', async () => {
    await endService(app, 'Yusnidar', '2026-07-31');
    expect(await findingsOf(await aDraft(app, office, [AUGUST]))).toEqual([]);
  });
});
