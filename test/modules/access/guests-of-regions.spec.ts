import { DataSource } from 'typeorm';
import type { Person } from '../../../src/core/access/actor.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { EntitlementsService } from '../../../src/modules/entitlements/entitlements.service.js';
import { ExplanationService } from '../../../src/modules/reports/explanation.service.js';
import { CurrentActor } from '../../../src/platform/session/current-actor.js';
import { testApp } from '../../support/app.js';
import { aMove } from '../../support/moved-kader.js';
import { SIGUNTUR, SITIUNG } from '../../support/nagari.js';
import { aDraft, AUGUST, calculate, JULY, takeSteps } from '../../support/payments.js';

const { app } = await testApp();
const { office, yusnidar } = await aMove(app);
const dataSource = app.get(DataSource);
const months = [serviceMonth('2026-06'), JULY, AUGUST];
for (const region of [SIGUNTUR, SITIUNG]) await calculate(app, office, months, region);
await dataSource.query(
  `insert into roster_change (import_id, kader_id, field, before, after)
   values ((select max(id) from roster_import), $1, 'JORONG', 'Lama', 'Baru')`,
  [yusnidar],
);
for (const payer of [SIGUNTUR, SITIUNG])
  await takeSteps(app, office, await aDraft(app, office, months, payer), 'release');

function operatorOf(code: string): Person {
  const grants = [{ role: 'operator', scope: { kind: 'region', code } }] as const;
  return { kind: 'person', userId: 1, username: 'ani', fullName: 'Ani', grants, hasSecondFactor: false };
}

const seenBy = (code: string, question: string) =>
  app.get(CurrentActor).read(operatorOf(code), async () => {
    const rows = await dataSource.query<{ seen: string }[]>(question, [yusnidar]);
    return rows.map(({ seen }) => seen);
  });

const ALL_MONTHS = ['2026-06', '2026-07', '2026-08'];
const LINES = 'select distinct service_month as seen from honor_line where kader_id = $1 order by 1';
const ATTENDED = `select to_char(held_on, 'YYYY-MM') as seen from activity_attendance
  join activity on activity.id = activity_id where kader_id = $1 order by 1`;
const REQUESTS = `select body.code as seen from disbursement join payment_request request on request.id = request_id
  join paying_body body on body.id = paying_body_id where kader_id = $1 order by 1`;
const CHANGES = 'select field as seen from roster_change where kader_id = $1';
const ENTRIES = `select distinct to_char(effective_on, 'YYYY-MM') as seen from ledger.entry
  join ledger.batch on batch.id = batch_id where party_id = $1 order by 1`;
const APPOINTMENTS = 'select sk_number as seen from appointment where kader_id = $1 order by 1';

describe('of a kader who moved', () => {
  it('her new nagari sees everything, because she is on its roster', async () => {
    expect(await seenBy(SITIUNG, LINES)).toEqual(ALL_MONTHS);
    expect(await seenBy(SITIUNG, ATTENDED)).toEqual(ALL_MONTHS);
    expect(await seenBy(SITIUNG, APPOINTMENTS)).toEqual(['SK-1/2026', 'SK-2/2026']);
    expect(await seenBy(SITIUNG, REQUESTS)).toEqual([SITIUNG, SIGUNTUR].sort());
    expect(await seenBy(SITIUNG, CHANGES)).toEqual(['JORONG']);
  });

  it('her old nagari sees the months she served there, and nothing that came after', async () => {
    expect(await seenBy(SIGUNTUR, LINES)).toEqual(['2026-06', '2026-07']);
    expect(await seenBy(SIGUNTUR, ATTENDED)).toEqual(['2026-06', '2026-07']);
    expect(await seenBy(SIGUNTUR, CHANGES)).toEqual([]);
    expect(await seenBy(SIGUNTUR, 'select name as seen from kader where id = $1')).toEqual(['Yusnidar']);
    expect(
      await seenBy(SIGUNTUR, 'select account_name as seen from bank_account where kader_id = $1'),
    ).toEqual(['Yusnidar']);
  });

  it('her old nagari sees of an SK elsewhere only what shares a month with its own', async () => {
    expect(await seenBy(SIGUNTUR, APPOINTMENTS)).toEqual(['SK-1/2026', 'SK-2/2026']);
    await dataSource.query(
      `update appointment set valid_from = '2026-08-01' where kader_id = $1 and sk_number = 'SK-2/2026'`,
      [yusnidar],
    );
    expect(await seenBy(SIGUNTUR, APPOINTMENTS)).toEqual(['SK-1/2026']);
    await dataSource.query(
      `update appointment set valid_from = '2026-07-11' where kader_id = $1 and sk_number = 'SK-2/2026'`,
      [yusnidar],
    );
  });

  it('a nagari in which she never served sees nothing', async () => {
    for (const question of [LINES, ATTENDED, REQUESTS, CHANGES, ENTRIES, APPOINTMENTS]) {
      expect(await seenBy('13.10.04.2003', question)).toEqual([]);
    }
  });

  it('is explained to her old nagari as to everybody, for a month she served there, and for no other', async () => {
    const explained = (code: string, month: typeof JULY) =>
      app
        .get(CurrentActor)
        .read(operatorOf(code), () =>
          app.get(ExplanationService).explain({ kader: String(yusnidar), month }),
        );
    const [here, there] = [await explained(SIGUNTUR, JULY), await explained(SITIUNG, JULY)];
    expect(here).toMatchObject({ amount: 75_000n, tasks: there.tasks, components: there.components });
    expect(await explained(SIGUNTUR, AUGUST)).toMatchObject({ amount: 0n, components: [], payments: [] });
  });
});

it('a calculation of the old nagari is there for its operator, with whom it left to others', async () => {
  await app
    .get(EntitlementsService)
    .calculate({ regionCode: SIGUNTUR, months: [AUGUST], by: office.operator });
  const exclusions = `select code as seen from honor_exclusion where kader_id = $1 and service_month = '2026-08'`;
  expect(new Set(await seenBy(SIGUNTUR, exclusions))).toEqual(new Set(['honor.calculated-elsewhere']));
});
