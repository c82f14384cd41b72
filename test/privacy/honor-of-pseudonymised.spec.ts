import { serviceMonth, type ServiceMonth } from '../../src/core/shared/service-month.js';
import { EntitlementsService } from '../../src/modules/entitlements/entitlements.service.js';
import { testApp } from '../support/app.js';
import { SIGUNTUR } from '../support/nagari.js';
import { aNagariSheLeft, bankAnswers, pseudonymise, succeeds } from '../support/one-is-gone.js';
import { importPolicy, JULY, policyDocument } from '../support/payments.js';
import { ask } from '../support/session.js';

const JUNE = serviceMonth('2026-06');
const { app, clock, url } = await testApp();
const { office, july } = await aNagariSheLeft(app, clock);
await bankAnswers(app, url, office, july);
await pseudonymise(app, clock);

const calculate = (...months: readonly ServiceMonth[]) =>
  app.get(EntitlementsService).calculate({ regionCode: SIGUNTUR, months, by: office.operator });

describe('honor of a nagari of which one kader was pseudonymised', () => {
  it('is calculated of a late month for everybody but her, and says why', async () => {
    const report = await calculate(JUNE);
    expect(report).toMatchObject({ changedLines: 2, changedGross: 150_000n });
    expect(report.exclusions).toMatchObject([
      { kaderId: 1, kaderName: 'Kader 000001', code: 'honor.pseudonymised', component: null },
    ]);
    const told = await succeeds(app, clock, 'honor', 'explain', '1', '--month', '2026-06');
    expect(told).toContain('Tidak ada honor. Data pribadinya sudah dihapus karena masa simpannya habis');
  });

  it('follows a policy that becomes known later for everybody but her: what she was paid stays', async () => {
    await importPolicy(app, office, policyDocument({ code: 'honor-siguntur', scope: SIGUNTUR }, 100_000));
    expect(await calculate(JULY)).toMatchObject({ changedLines: 2, changedGross: 50_000n });
    const changed = 'select distinct kader_id from honor_line where revision > 0 order by 1';
    expect(await ask(url, changed)).toEqual([2, 3]);
    const told = await succeeds(app, clock, 'honor', 'explain', '1', '--month', '2026-07');
    expect(told).toContain('Rp75.000');
  });
});
