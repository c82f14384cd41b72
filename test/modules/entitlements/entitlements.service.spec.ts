import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { LedgerService } from '../../../src/modules/ledger/ledger.service.js';
import { testApp } from '../../support/app.js';
import { addKader, SIGUNTUR, SITIUNG } from '../../support/nagari.js';
import { aPayingNagari, calculate, JULY } from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';

const { app } = await testApp();
const office = await aPayingNagari(app);

describe('EntitlementsService.calculate', () => {
  it('refuses a region without kader: nobody is not everybody', async () => {
    expect(await refusalCodes(() => calculate(app, office, [JULY], '13.10.01'))).toEqual(['honor.no-kader']);
    expect(await refusalCodes(() => calculate(app, office, [JULY], ''))).toEqual(['honor.no-kader']);
  });

  it('refuses a month that is not over', async () => {
    const october = [JULY, serviceMonth('2026-10')];
    expect(await refusalCodes(() => calculate(app, office, october))).toEqual(['honor.month-not-over']);
  });

  it('stores nothing at all when one rule is missing', async () => {
    const { position } = await app.get(LedgerService).head();
    await addKader(app, office, { nik: '1310044101800003', name: 'Desi', nagari: SITIUNG });
    expect(await refusalCodes(() => calculate(app, office, [JULY], '13.10'))).toEqual([
      'funding.source-missing',
    ]);
    expect((await app.get(LedgerService).head()).position).toBe(position);
    expect(await calculate(app, office, [JULY], SIGUNTUR)).toMatchObject({ kader: 2, gross: 150_000n });
  });
});
