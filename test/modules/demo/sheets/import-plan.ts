import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { activityLayout } from '../../../../src/core/activity/activity-layout.js';
import { initialActivityTypes } from '../../../../src/core/activity/activity-type.js';
import { readAttendance } from '../../../../src/core/activity/plan-activity-import.js';
import type { Problem } from '../../../../src/core/formats/sheet/problem.js';
import { bankFinder } from '../../../../src/core/kader/bank.js';
import type { ExistingKader } from '../../../../src/core/kader/existing-kader.js';
import { planRosterImport } from '../../../../src/core/kader/plan-roster-import.js';
import { readBanks } from '../../../../src/core/kader/read-banks.js';
import { rosterLayout } from '../../../../src/core/kader/roster-layout.js';
import type { RosterRecord } from '../../../../src/core/kader/roster-record.js';
import { nagariFinder } from '../../../../src/core/region/find-nagari.js';
import { posyanduFinder } from '../../../../src/core/region/find-posyandu.js';
import { planPosyandu } from '../../../../src/core/region/plan-posyandu.js';
import { posyanduLayout } from '../../../../src/core/region/region-layout.js';
import type { Region } from '../../../../src/core/region/region.js';
import { plainDate } from '../../../../src/core/shared/plain-date.js';
import { readTable } from '../../../../src/platform/spreadsheet/read-table.js';
import type { DemoRegion } from '../../../../src/modules/demo/sheets/places.js';

const TODAY = plainDate('2026-10-05');

/** The importers' decisions on demo files, without a database: each file against an empty roster. */
export async function importPlanner(regions: readonly DemoRegion[], posyanduPath: string) {
  const known = knownRegions(regions);
  const posyandu = planPosyandu((await readTable(posyanduPath, posyanduLayout)).rows, known, []);
  const references = {
    findNagari: nagariFinder(known),
    findPosyandu: posyanduFinder(posyandu.created.map((one, index) => ({ id: index + 1, ...one }))),
    findBank: bankFinder(banks()),
    bankNames: '',
    covers: () => true,
    today: TODAY,
  };
  return {
    posyandu,
    async roster(path: string): Promise<{ problems: readonly Problem[]; records: readonly RosterRecord[] }> {
      const table = await readTable(path, rosterLayout);
      const empty = { kaderByNik: new Map(), accountHolders: new Map() };
      const plan = planRosterImport(table.rows, empty, references);
      return { problems: [...table.problems, ...plan.problems], records: plan.created };
    },
    async activities(path: string, records: readonly RosterRecord[]) {
      const table = await readTable(path, activityLayout(initialActivityTypes));
      const kaderByNik = new Map(records.map((record, index) => [record.nik, existing(record, index + 1)]));
      const read = readAttendance(table.rows, { ...references, kaderByNik });
      return { problems: [...table.problems, ...read.problems], activities: read.activities };
    },
  };
}

function knownRegions(regions: readonly DemoRegion[]): Region[] {
  const kecamatan = new Map(regions.map((region) => [region.code.slice(0, 8), region.kecamatan]));
  return [...regions, ...[...kecamatan].map(([code, name]) => ({ code, name }))];
}

function banks() {
  const read = readBanks(parse(readFileSync('config/banks.yaml', 'utf8')));
  if ('fault' in read) throw new Error(read.fault);
  return read.banks;
}

function existing(record: RosterRecord, id: number): ExistingKader {
  const { appointment } = record;
  const held = appointment && {
    ...appointment,
    id,
    nagariCode: record.nagariCode,
    tier: appointment.tier ?? null,
    validTo: appointment.validTo ?? null,
    endedOn: appointment.endedOn ?? null,
    endReason: appointment.endReason ?? null,
  };
  return {
    ...record,
    id,
    nagariName: record.nagariCode,
    jorong: record.jorong ?? null,
    phone: record.phone ?? null,
    deceasedOn: record.deceasedOn ?? null,
    appointments: held === undefined ? [] : [held],
    tiers: [],
    account: null,
    pendingAccount: null,
  };
}
