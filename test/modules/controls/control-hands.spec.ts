import { DataSource } from 'typeorm';
import { initialSettings } from '../../../src/core/control/settings.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { ControlFactsRepository } from '../../../src/modules/controls/control-facts.repository.js';
import { CountersignService } from '../../../src/modules/payment-requests/countersign.service.js';
import { PaymentRequestStepsService } from '../../../src/modules/payment-requests/payment-request-steps.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { testApp } from '../../support/app.js';
import { aDraft, aPayingNagari, JULY, takeSteps } from '../../support/payments.js';
import { aPerson, bandsDocument, delegate, importBands } from '../../support/signatures.js';

const { app } = await testApp();
const office = await aPayingNagari(app, 10_000_000n);
const { operator, wali, treasurer } = office;

async function handsOf(number: string): Promise<string[]> {
  const { id, months } = await app.get(PaymentRequestsService).byNumber(number);
  const today = plainDate('2026-10-05');
  const question = { request: { id, number, months }, isReserved: true, today, settings: initialSettings };
  const { hands } = await app
    .get(DataSource)
    .transaction((tx) => app.get(ControlFactsRepository).load(tx, question));
  return hands.map(({ part, person }) => `${part}: ${person}`);
}

it('who signs beside the four and who is represented have a hand in a request, until it comes back (C14)', async () => {
  const gusti = await aPerson(app, 'gusti', 'Camat Sitiung');
  const fitri = await aPerson(app, 'fitri', 'Kasi Pemerintahan');
  await importBands(app, operator.id, bandsDocument());
  const recorder = await aPerson(app, 'rina', 'Petugas Data');
  await delegate(app, { from: wali, to: fitri, by: recorder });
  const number = await aDraft(app, office, [JULY]);
  await takeSteps(app, office, number, 'verify');
  const steps = app.get(PaymentRequestStepsService);
  await steps.approve(number, fitri, { onBehalfOf: wali });
  await app.get(CountersignService).countersign({ number, as: 'Camat', by: gusti });
  expect(await handsOf(number)).toEqual([
    expect.stringMatching(/^pemberi persetujuan: .*fitri/),
    expect.stringMatching(/^pemberi persetujuan yang diwakili: .*datuk/),
    expect.stringMatching(/^penanda tangan tambahan: .*gusti/),
    expect.stringMatching(/^penyusun: .*ani/),
    expect.stringMatching(/^verifikator: .*budi/),
  ]);
  await steps.reject(number, treasurer, 'Belum lengkap');
  expect(await handsOf(number)).toEqual([expect.stringMatching(/^penyusun: .*ani/)]);
});
