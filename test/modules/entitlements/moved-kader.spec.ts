import { DataSource } from 'typeorm';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { EntitlementsService } from '../../../src/modules/entitlements/entitlements.service.js';
import { LedgerVerificationService } from '../../../src/modules/ledger/ledger-verification.service.js';
import { ExplanationService } from '../../../src/modules/reports/explanation.service.js';
import { testApp } from '../../support/app.js';
import { aMove } from '../../support/moved-kader.js';
import { SIGUNTUR, SITIUNG } from '../../support/nagari.js';
import { anotherApp, AUGUST, JULY } from '../../support/payments.js';

const { app, url } = await testApp();
const other = await anotherApp(url);
const { office, yusnidar } = await aMove(app);
const months = [serviceMonth('2026-06'), JULY, AUGUST];

const calculate = (regionCode: string, from = app, asked = months) =>
  from.get(EntitlementsService).calculate({ regionCode, months: asked, by: office.operator });

/** What she is entitled to, as `month source amount`. */
async function hers(): Promise<string[]> {
  const rows = await app.get(DataSource).query<{ line: string }[]>(
    `select concat_ws(' ', service_month, body.code, sum(entitlement.amount)) as line
     from entitlement join honor_line on honor_line.id = honor_line_id
     join funding_source source on source.id = funding_source_id join paying_body body on body.id = paying_body_id
     where kader_id = $1 group by service_month, body.code having sum(entitlement.amount) <> 0 order by 1`,
    [yusnidar],
  );
  return rows.map(({ line }) => line);
}

const before = [`2026-06 ${SIGUNTUR} 75000`, `2026-07 ${SITIUNG} 50806`, `2026-07 ${SIGUNTUR} 24194`];

describe('a kader who moved', () => {
  it('is calculated by her old nagari for the months she served there, and named for the others', async () => {
    const report = await calculate(SIGUNTUR);
    expect(await hers()).toEqual(before);
    expect(
      report.exclusions.map(({ kaderName, month, code, facts }) => [kaderName, month, code, facts.nagari]),
    ).toEqual([['Yusnidar', AUGUST, 'honor.calculated-elsewhere', SITIUNG]]);
  });

  it('is entitled once, however often and at the same moment both nagari calculate', async () => {
    const turns = [SITIUNG, SIGUNTUR, SITIUNG, SIGUNTUR];
    await Promise.all(turns.map((region, index) => calculate(region, index < 2 ? app : other)));
    expect(await hers()).toEqual([...before, `2026-08 ${SITIUNG} 75000`]);
    expect(await app.get(LedgerVerificationService).verify()).toMatchObject({ verified: true });
  });

  it('is corrected by her old nagari on its own lines, and her other months stay', async () => {
    await app
      .get(DataSource)
      .query(
        `update appointment set ended_on = '2026-07-05', end_reason = 'pindah' where kader_id = $1 and sk_number = 'SK-1/2026'`,
        [yusnidar],
      );
    expect(await calculate(SIGUNTUR)).toMatchObject({ changedLines: 1, changedGross: -12_097n });
    expect(await hers()).toEqual([
      ...[`2026-06 ${SIGUNTUR} 75000`, `2026-07 ${SITIUNG} 50806`, `2026-07 ${SIGUNTUR} 12097`],
      `2026-08 ${SITIUNG} 75000`,
    ]);
    expect(await calculate(SITIUNG)).toMatchObject({ changedLines: 0 });
  });

  it('is explained by whichever nagari calculated the month, not by what it left to the other', async () => {
    const explained = await app.get(ExplanationService).explain({ kader: String(yusnidar), month: AUGUST });
    await calculate(SIGUNTUR);
    const again = await app.get(ExplanationService).explain({ kader: String(yusnidar), month: AUGUST });
    expect(again).toEqual(explained);
    expect(again).toMatchObject({ amount: 75_000n, exclusions: [] });
  });
});
