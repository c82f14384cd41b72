import { basename } from 'node:path';
import type { Problem } from '../../core/formats/sheet/problem.js';
import { invariant } from '../../core/shared/invariant.js';
import { ActivityImportService } from '../activities/activity-import.service.js';
import { ActivityVerificationService } from '../activities/activity-verification.service.js';
import { RosterImportService } from '../kader-roster/roster-import.service.js';
import type { User } from '../users/users.service.js';
import { demoQuarter, demoRegion, type DemoContext } from './demo-context.js';

/** A problem with the file it stands in. */
export interface FoundProblem {
  readonly file: string;
  readonly problem: Problem;
}

/** What came in: how many files and rows, and everything that was refused at first. */
export interface Intake {
  readonly files: number;
  readonly kader: number;
  readonly activities: number;
  readonly refusedFiles: number;
  readonly found: readonly FoundProblem[];
}

interface Reported {
  readonly problems: readonly Problem[];
  readonly created: number;
  readonly applied: boolean;
}

type ImportFile = (path: string) => Promise<Reported>;

/** Imports what the nagari sent; what is refused is mended by them and imported again. */
export async function takeIn(context: DemoContext, operator: User, verifier: User): Promise<Intake> {
  const { app, sheets } = context;
  const importRoster: ImportFile = (path) =>
    app.get(RosterImportService).importRoster({ path, by: operator.id });
  const importActivities: ImportFile = (path) =>
    app.get(ActivityImportService).importActivities({ path, by: operator.id });
  const roster = await importAll(
    context,
    'Impor daftar kader',
    importRoster,
    sheets.sent.rosters,
    sheets.mended.rosters,
  );
  const activity = await importAll(
    context,
    'Impor daftar hadir',
    importActivities,
    sheets.sent.activities,
    sheets.mended.activities,
  );
  for (const month of demoQuarter) {
    const wish = { regionCode: demoRegion, month, by: verifier.id };
    await app.get(ActivityVerificationService).verifyActivities(wish);
  }
  return {
    files: sheets.sent.rosters.length + sheets.sent.activities.length,
    kader: roster.created,
    activities: activity.created,
    refusedFiles: roster.refusedFiles + activity.refusedFiles,
    found: [...roster.found, ...activity.found],
  };
}

/** Every file as sent; a refused one changes nothing, and its mended version must then be taken whole. */
async function importAll(
  context: DemoContext,
  label: string,
  importFile: ImportFile,
  sent: readonly string[],
  mended: readonly string[],
): Promise<{ created: number; refusedFiles: number; found: FoundProblem[] }> {
  const found: FoundProblem[] = [];
  let [created, refusedFiles] = [0, 0];
  const pairs = sent.map((path, index) => ({ path, mendedPath: mended[index] ?? path }));
  await context.progress(label, pairs, async ({ path, mendedPath }) => {
    const first = await importFile(path);
    found.push(...first.problems.map((problem) => ({ file: basename(path), problem })));
    if (!first.applied) refusedFiles += 1;
    const report = first.applied ? first : await importFile(mendedPath);
    invariant(report.applied, `the mended ${basename(mendedPath)} is accepted`);
    created += report.created;
  });
  return { created, refusedFiles, found };
}
