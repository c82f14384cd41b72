import { PaymentRequestStepsService } from '../../../src/modules/payment-requests/payment-request-steps.service.js';
import { FundingSourcesService } from '../../../src/modules/funding-sources/funding-sources.service.js';
import { testApp } from '../../support/app.js';
import { addFunding, addKader, anOffice, SIGUNTUR } from '../../support/nagari.js';
import {
  aDraft,
  anotherApp,
  importPolicy,
  JULY,
  openConnections,
  policyDocument,
} from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';

const REQUESTS = 50;
const AMOUNT = 75_000n;
const CEILING = 1_000_000n;

const { app, url } = await testApp();
const apps = [app, ...(await Promise.all([1, 2, 3, 4].map(() => anotherApp(url))))];

it('fifty submissions at once against one ceiling stop exactly at it', async () => {
  const office = await anOffice(app);
  const document = policyDocument();
  const [component] = (document as { components: object[] }).components;
  const funding = { percentage: [{ source: 'DINKES/BOK', percent: 100 }] };
  await importPolicy(app, office, { ...document, components: [{ ...component, funding }] });
  await addFunding(app, office, SIGUNTUR, CEILING);
  const numbers: string[] = [];
  for (let index = 0; index < REQUESTS; index += 1) {
    const nik = `131004410180${String(index + 1).padStart(4, '0')}`;
    await addKader(app, office, { nik, name: `Kader ${String(index)}`, nagari: SIGUNTUR });
    numbers.push(await aDraft(app, office, [JULY], 'DINKES'));
  }
  const connections = await Promise.all(apps.map((one) => openConnections(one, REQUESTS / apps.length)));
  expect(new Set(connections.flat()).size).toBe(REQUESTS);

  const outcomes = await Promise.all(
    numbers.map((number, index) => {
      const steps = apps[index % apps.length]?.get(PaymentRequestStepsService);
      return refusalCodes(() => steps?.submit(number, office.operator));
    }),
  );

  const accepted = outcomes.filter((codes) => codes.length === 0).length;
  expect(BigInt(accepted)).toBe(CEILING / AMOUNT);
  const refused = outcomes.filter((codes) => codes.length > 0);
  expect(new Set(refused.flat())).toEqual(new Set(['funding.budget-exceeded']));
  const sources = await app.get(FundingSourcesService).list();
  const line = sources.find((source) => source.payer === 'DINKES');
  expect(line).toMatchObject({ reserved: BigInt(accepted) * AMOUNT, spent: 0n });
});
