import { FundingSourcesService } from '../../../src/modules/funding-sources/funding-sources.service.js';
import { PaymentRequestStepsService } from '../../../src/modules/payment-requests/payment-request-steps.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { UnfundedService } from '../../../src/modules/reports/unfunded.service.js';
import { testApp } from '../../support/app.js';
import { honorOn } from '../../support/commands.js';
import { addKader, SIGUNTUR } from '../../support/nagari.js';
import { anotherApp, aPayingNagari, AUGUST, calculate, JULY } from '../../support/payments.js';
import { refusalCodes, refusalsOf } from '../../support/refusal.js';
import { expectBooksToAgree } from '../../support/year-end.js';

const { app, clock, url } = await testApp();
const other = await anotherApp(url);
// Each kader costs DDS Rp50.000 and ADN Rp25.000 a month; each line has Rp120.000.
const office = await aPayingNagari(app, 120_000n);
await addKader(app, office, {
  nik: '1310044101800003',
  name: 'Tanpa Rekening',
  nagari: SIGUNTUR,
  account: null,
});
await calculate(app, office, [JULY, AUGUST]);

const requests = app.get(PaymentRequestsService);
const steps = app.get(PaymentRequestStepsService);
const wish = { payer: SIGUNTUR, months: [JULY, AUGUST], by: office.operator };

async function cancel(number: string): Promise<void> {
  await steps.cancel(number, office.operator, 'uji');
}

describe('a request whose ceiling is short', () => {
  it('is refused as a whole, and says what is missing and what can be done', async () => {
    const { request } = await requests.draft(wish);
    const refused = await refusalsOf(() => steps.submit(request.number, office.operator));
    expect(refused.map(({ code, facts }) => [code, facts.short])).toEqual([
      ['funding.budget-exceeded', 80_000n],
    ]);
    expect(refused[0]?.message).toMatch(/funding revise.*--within-budget/);
    await cancel(request.number);
  });

  it('takes whole months of kader within it, the oldest first, and names who waits', async () => {
    const { request, leftOut, heldOut } = await requests.draft({ ...wish, withinBudget: true });
    expect(request).toMatchObject({ months: [JULY], kaderCount: 2, gross: 150_000n });
    expect(leftOut).toEqual([
      {
        ...{ kader: 'Yusnidar', nik: '1310********0001', month: AUGUST, amount: 75_000n },
        short: [{ source: `${SIGUNTUR}/DDS/2026`, missing: 30_000n }],
      },
      {
        ...{ kader: 'Rosmaniar', nik: '1310********0002', month: AUGUST, amount: 75_000n },
        short: [{ source: `${SIGUNTUR}/DDS/2026`, missing: 50_000n }],
      },
    ]);
    expect(heldOut.map(({ reason }) => reason.code)).toEqual(['payment.account-missing']);
    await steps.submit(request.number, office.operator);
    const { data } = await app.get(UnfundedService).unfunded({ payer: SIGUNTUR });
    expect(data).toMatchObject({ owed: 450_000n, inRequest: 150_000n, priorYear: 0n });
    expect(data.lines.map(({ source, unfunded, since }) => [source, unfunded, since])).toEqual([
      [`${SIGUNTUR}/ADN/2026`, 30_000n, '2026-08-31'],
      [`${SIGUNTUR}/DDS/2026`, 180_000n, '2026-07-31'],
    ]);
    await expectBooksToAgree(app);
    await steps.reject(request.number, office.operator, 'uji');
    await cancel(request.number);
  });

  it('two drafts at once never count on the same money', async () => {
    const draft = (where: typeof app, months: typeof wish.months) =>
      refusalCodes(() => where.get(PaymentRequestsService).draft({ ...wish, months, withinBudget: true }));
    const outcomes = await Promise.all([draft(app, [JULY]), draft(other, [AUGUST])]);
    expect(outcomes.sort()).toEqual([
      [],
      ['payment.within-budget-left-out', 'payment.within-budget-left-out'],
    ]);
    const drafts = (await requests.list()).filter(({ state }) => state === 'draft');
    for (const { number } of drafts) await steps.submit(number, office.operator);
    const lines = await app.get(FundingSourcesService).list();
    expect(lines.map(({ label, reserved }) => [label, reserved])).toEqual([
      ['DDS', 100_000n],
      ['ADN', 50_000n],
      ['BOK', 0n],
    ]);
    for (const { number } of drafts) {
      await steps.reject(number, office.operator, 'uji');
      await cancel(number);
    }
  });

  it('is told on the command line, with the order and the sum that is missing', async () => {
    const honor = honorOn({ app, clock });
    const { status, stdout } = await honor(
      ...[
        'request',
        'draft',
        '--payer',
        SIGUNTUR,
        '--months',
        '2026-07..2026-08',
        '--within-budget',
        '--by',
        'ani',
      ],
    );
    expect(status).toBe(0);
    expect(stdout).toContain('Urutan: bulan tertua lebih dahulu');
    expect(stdout).toContain('Belum tertampung: Yusnidar (1310********0001) Agustus 2026: Rp75.000 menunggu');
    expect(stdout).toContain(`${SIGUNTUR}/DDS/2026: kurang Rp80.000 untuk yang belum tertampung.`);
  });
});
