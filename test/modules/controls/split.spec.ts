import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { ControlsService } from '../../../src/modules/controls/controls.service.js';
import { PaymentRequestStepsService } from '../../../src/modules/payment-requests/payment-request-steps.service.js';
import { testApp } from '../../support/app.js';
import { addKader, SIGUNTUR } from '../../support/nagari.js';
import { aDraft, aPayingNagari, AUGUST, JULY, takeSteps } from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';
import { bandsDocument, importBands } from '../../support/signatures.js';

const { app, clock } = await testApp();
const office = await aPayingNagari(app, 10_000_000n);
const splitsIn = async (number: string) =>
  (await app.get(ControlsService).run(number))
    .filter(({ code }) => code === 'control.split-below-band')
    .map(({ evidence }) => evidence);
const SEPTEMBER = serviceMonth('2026-09');

// Each request pays two kader Rp75.000 for a month; a camat signs from Rp250.000 on.
const bands = [{ from: 250_000, signatures: [{ function: 'Camat', step: 'release', people: 1 }] }];

describe('a request that was split', () => {
  it('is compared with the bands by the sum of what its payer submits at a time, and explained', async () => {
    const first = await aDraft(app, office, [JULY]);
    await takeSteps(app, office, first, 'submit');
    const second = await aDraft(app, office, [AUGUST]);
    expect(await splitsIn(second)).toEqual([]);

    await importBands(app, office.operator.id, bandsDocument({ bands }));
    expect(await splitsIn(second)).toMatchObject([
      {
        ...{ number: second, gross: 150_000, total: 300_000, band: 250_000 },
        ...{ requests: `${first} (Rp150.000)`, signatures: 'Camat sebelum langkah cairkan' },
      },
    ]);
    // The bands of a request are those of its submission: none were known when the first was submitted.
    await takeSteps(app, office, second, 'submit');
    expect(await splitsIn(first)).toEqual([]);
    const verify = () => app.get(PaymentRequestStepsService).verify(second, office.verifier);
    expect(await refusalCodes(verify)).toEqual(['control.answer-needed']);
  });

  it('is not what was submitted long before for other months, but is what pays the same month to others', async () => {
    clock.moveTo(new Date('2026-11-20T02:00:00Z'));
    expect(await splitsIn(await aDraft(app, office, [SEPTEMBER]))).toEqual([]);
    await addKader(app, office, { nik: '1310044101800003', name: 'Desi Marlina', nagari: SIGUNTUR });
    await addKader(app, office, { nik: '1310044101800004', name: 'Murni Hayati', nagari: SIGUNTUR });
    const others = await aDraft(app, office, [AUGUST]);
    expect(await splitsIn(others)).toMatchObject([{ gross: 150_000, total: 300_000 }]);
  });
});
