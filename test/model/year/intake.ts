import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { ActivityImportService } from '../../../src/modules/activities/activity-import.service.js';
import { ActivityVerificationService } from '../../../src/modules/activities/activity-verification.service.js';
import {
  EntitlementsService,
  type CalculationReport,
} from '../../../src/modules/entitlements/entitlements.service.js';
import { HonorPoliciesService } from '../../../src/modules/honor-policies/honor-policies.service.js';
import { RosterImportService } from '../../../src/modules/kader-roster/roster-import.service.js';
import { withFile } from '../../support/nagari.js';
import type { ActivityFact, Month, PolicyFact, RosterFact } from './facts.js';
import type { Desk } from './office.js';
import { attendanceSheet, policyDocument, rosterSheet } from './sheets.js';
import { KABUPATEN, months } from './world.js';

/** Sheets and decrees go in as people send them; a year has no faulty one, so any problem is a failure. */

export async function importPolicy({ app, hands }: Desk, policy: PolicyFact): Promise<void> {
  const content = JSON.stringify(policyDocument(policy));
  await withFile('kebijakan.yaml', content, (path) =>
    app.get(HonorPoliciesService).importFile(path, hands.registrar.id),
  );
}

/** Facts of which no two are of one kader. */
export async function importRoster({ app, hands }: Desk, facts: readonly RosterFact[]): Promise<void> {
  for (const kind of ['ended', 'sk', 'tier', 'account'] as const) {
    const own = facts.filter((fact) => fact.kind === kind);
    if (own.length === 0) continue;
    const report = await withFile('kader.csv', rosterSheet(kind, own), (path) =>
      app.get(RosterImportService).importRoster({ path, by: hands.registrar.id, acceptChanges: true }),
    );
    expect(report).toMatchObject({ problems: [], applied: true });
  }
}

export async function importActivities(
  { app, hands }: Desk,
  activities: readonly ActivityFact[],
): Promise<void> {
  if (activities.length === 0) return;
  const report = await withFile('hadir.csv', attendanceSheet(activities), (path) =>
    app.get(ActivityImportService).importActivities({ path, by: hands.operator.id }),
  );
  expect(report).toMatchObject({ problems: [], applied: true, created: activities.length, changed: [] });
}

export async function verify({ app, hands }: Desk, nagari: string, month: Month): Promise<void> {
  const wish = { regionCode: nagari, month: serviceMonth(month), by: hands.verifier.id };
  await app.get(ActivityVerificationService).verifyActivities(wish);
}

/** Everything of the year that is over, so that whatever became known since makes its delta. */
export function calculate({ app, hands }: Desk, through: Month): Promise<CalculationReport> {
  const over = months.filter((month) => month <= through).map(serviceMonth);
  const request = { regionCode: KABUPATEN, months: over, by: hands.operator };
  return app.get(EntitlementsService).calculate(request);
}
