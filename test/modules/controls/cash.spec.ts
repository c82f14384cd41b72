import { plainDate } from '../../../src/core/shared/plain-date.js';
import { ControlsService } from '../../../src/modules/controls/controls.service.js';
import { ReceiptsService } from '../../../src/modules/funding-sources/receipts.service.js';
import { PaymentRequestStepsService } from '../../../src/modules/payment-requests/payment-request-steps.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { RequestCashService } from '../../../src/modules/payment-requests/request-cash.service.js';
import { testApp } from '../../support/app.js';
import { honorOn } from '../../support/commands.js';
import { SIGUNTUR } from '../../support/nagari.js';
import { aDraft, aPayingNagari, AUGUST, JULY, takeSteps } from '../../support/payments.js';

const { app, clock } = await testApp();
const office = await aPayingNagari(app, 10_000_000n);
const DDS = `${SIGUNTUR}/DDS/2026`;

/** The cash of a request's line, as a person reads it before she takes a step, and as the control has it. */
async function cashOf(number: string) {
  const shown = await app.get(RequestCashService).of(await app.get(PaymentRequestsService).byNumber(number));
  const found = await app.get(ControlsService).run(number);
  const { bound, short, asked } = shown.find(({ source }) => source === DDS) ?? {};
  const told = found
    .filter(({ sentence }) => sentence.startsWith(`${DDS}: uang`))
    .map(({ evidence }) => evidence);
  return { bound, short, asked, told };
}

describe('the cash behind a request', () => {
  it('is what those that were submitted before leave of it, until they are paid or come back', async () => {
    await app.get(ReceiptsService).receive({
      ...{ payer: SIGUNTUR, label: 'DDS', fiscalYear: 2026, amount: 120_000n, on: plainDate('2026-10-02') },
      ...{ reference: 'SP2D-1/2026', note: null, by: office.treasurer },
    });
    const first = await aDraft(app, office, [JULY]);
    const second = await aDraft(app, office, [AUGUST]);
    const asked = 100_000n;
    expect(await cashOf(second)).toEqual({ bound: 0n, short: 0n, asked, told: [] });

    await takeSteps(app, office, first, 'submit');
    const short = { bound: 100_000n, short: 80_000n, asked };
    expect(await cashOf(second)).toMatchObject({ ...short, told: [{ bound: 100_000, short: 80_000 }] });
    await takeSteps(app, office, second, 'submit');
    expect(await cashOf(second)).toMatchObject({ ...short, told: [{ bound: 100_000, short: 80_000 }] });
    expect(await cashOf(first)).toEqual({ bound: 0n, short: 0n, asked, told: [] });
    expect((await honorOn({ app, clock })('request', 'show', second)).stdout).toContain(
      `kas kurang Rp80.000. Kas ${DDS}: diterima Rp120.000, dibayar Rp0, terikat SPP lain Rp100.000, SPP ini Rp100.000`,
    );

    await app.get(PaymentRequestStepsService).reject(first, office.wali, 'lampiran kurang');
    expect(await cashOf(second)).toEqual({ bound: 0n, short: 0n, asked, told: [] });
    await takeSteps(app, office, first, 'submit');
    expect(await cashOf(second)).toEqual({ bound: 0n, short: 0n, asked, told: [] });
    expect(await cashOf(first)).toMatchObject(short);
  });
});
