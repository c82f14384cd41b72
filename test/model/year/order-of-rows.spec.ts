import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { EntitlementsService } from '../../../src/modules/entitlements/entitlements.service.js';
import { testApp } from '../../support/app.js';
import type { MonthPlan } from './facts.js';
import { importActivities, importPolicy, importRoster, verify } from './intake.js';
import { openDesk, type Desk } from './office.js';
import { planYear, roundsOf } from './plan-year.js';
import { ENTITLED, type KeyedAmount } from './questions.js';
import { KABUPATEN, nagariCodes } from './world.js';

const [one, other] = [await testApp(), await testApp()];

it('everybody is entitled to the same in whatever order rows, months and nagari come', async () => {
  const [january, february] = planYear(3).months;
  if (january === undefined || february === undefined) throw new Error('a year has two months');
  const forwards = await openDesk(one.app, one.clock);
  const backwards = await openDesk(other.app, other.clock);
  for (const plan of [january, february]) {
    await takeIn(forwards, plan);
    await takeIn(backwards, turned(plan));
  }
  await calculate(forwards, [KABUPATEN], ['2026-01', '2026-02']);
  await calculate(backwards, [...nagariCodes].reverse(), ['2026-02', '2026-01']);
  const entitled = await entitledBy(one.app);
  expect(entitled.length).toBeGreaterThan(1_000);
  expect(await entitledBy(other.app)).toEqual(entitled);
});

function turned(plan: MonthPlan): MonthPlan {
  const activities = [...plan.activities].reverse();
  return {
    ...plan,
    activities: activities.map((one) => ({ ...one, attended: [...one.attended].reverse() })),
  };
}

async function takeIn(desk: Desk, plan: MonthPlan): Promise<void> {
  for (const policy of plan.policies) await importPolicy(desk, policy);
  for (const round of roundsOf(plan.roster)) {
    await importRoster(desk, desk.app === one.app ? round : [...round].reverse());
  }
  await importActivities(desk, plan.activities);
  for (const { nagari, month } of plan.verified) await verify(desk, nagari, month);
}

async function calculate({ app, hands }: Desk, regions: readonly string[], months: readonly string[]) {
  for (const regionCode of regions) {
    const request = { regionCode, months: months.map(serviceMonth), by: hands.operator };
    await app.get(EntitlementsService).calculate(request);
  }
}

function entitledBy(app: INestApplicationContext): Promise<KeyedAmount[]> {
  return app.get(DataSource).query<KeyedAmount[]>(`${ENTITLED} order by 1`);
}
