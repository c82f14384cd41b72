import { ClaimSheetService } from '../../../src/modules/payment-requests/claim-sheet.service.js';
import { PaymentRequestStepsService } from '../../../src/modules/payment-requests/payment-request-steps.service.js';
import { testApp } from '../../support/app.js';
import { withFile } from '../../support/nagari.js';
import { aDraft, aPayingNagari, JULY } from '../../support/payments.js';
import { refusalsOf } from '../../support/refusal.js';

const { app } = await testApp();
const office = await aPayingNagari(app);
const number = await aDraft(app, office, [JULY]);
const read = (...rows: string[]) =>
  withFile('permintaan.csv', ['NIK;NAMA;BULAN;JUMLAH', ...rows].join('\n'), (path) =>
    app.get(ClaimSheetService).read(path),
  );

describe("a nagari's own payment list", () => {
  it('stops the submission with everybody of whom it asks something else, and reserves nothing', async () => {
    const { claims, problems } = await read(
      '1310044101800001;YUSNIDAR;Juli 2026;375000',
      '1310044101800009;TIDAK ADA;Juli 2026;75000',
    );
    expect(problems).toEqual([]);
    const submit = () => app.get(PaymentRequestStepsService).submit(number, office.operator, claims);
    const refusals = await refusalsOf(submit);
    expect(refusals.map(({ code, facts }) => [code, facts.kader])).toEqual([
      ['payment.claim-differs', 'YUSNIDAR'],
      ['payment.claim-not-entitled', 'TIDAK ADA'],
      ['payment.claim-left-out', 'Rosmaniar'],
    ]);
  });

  it.each(['Juli-September 2026', 'Juli s.d. September 2026', '2026-07..2026-09'])(
    'reads %s',
    async (months) => {
      const { claims } = await read(`1310044101800001;YUSNIDAR;${months};225000`);
      expect(claims[0]?.months).toEqual(['2026-07', '2026-08', '2026-09']);
    },
  );

  it.each(['triwulan III', 'September-Juli 2026', 'July 2026'])(
    'refuses months written %s',
    async (months) => {
      const { problems } = await read(`1310044101800001;YUSNIDAR;${months};225000`);
      expect(problems.map((problem) => problem.code)).toEqual(['payment.claim-months-unreadable']);
    },
  );
});
