import { refusal, type Problem, type Refusal } from '../formats/sheet/problem.js';
import type { ExistingKader } from '../kader/existing-kader.js';
import { personKey } from '../kader/person-name.js';
import type { NagariClues, NagariFinding } from '../region/find-nagari.js';
import type { PosyanduFinding } from '../region/find-posyandu.js';
import type { Region } from '../region/region.js';
import { formatDate, type PlainDate } from '../shared/plain-date.js';
import type { ActivityRow } from './activity-layout.js';
import { checkAttendance } from './check-attendance.js';
import type { ActivityIdentity } from './existing-activity.js';

/** What an attendance row is held against. */
export interface ActivityReferences {
  readonly findNagari: (clues: NagariClues) => NagariFinding;
  readonly findPosyandu: (nagari: Region, typed: string) => PosyanduFinding;
  readonly kaderByNik: ReadonlyMap<string, ExistingKader>;
  readonly today: PlainDate;
}

/** One kader at one activity, as a row states it. */
export interface StatedAttendance {
  readonly row: ActivityRow;
  readonly activity: ActivityIdentity;
  readonly posyanduName: string;
  readonly kader: Pick<ExistingKader, 'id' | 'name'>;
}

/** Reads one row by itself; undefined when something in it is refused, which `problems` then holds. */
export function readActivityRow(
  row: ActivityRow,
  references: ActivityReferences,
  problems: Problem[],
): StatedAttendance | undefined {
  const { values } = row;
  if (values === undefined) return undefined;
  const countBefore = problems.length;
  const { heldOn, kind } = values;
  if (heldOn > references.today) {
    const facts = { today: formatDate(references.today) };
    problems.push(row.problemAt('heldOn', refusal('activity.in-future', facts)));
  }
  const kader = kaderOf(row, values, references, problems);
  const posyandu = posyanduOf(row, values, references, problems);
  if (kader === undefined || posyandu === undefined) return undefined;
  const activity = { posyanduId: posyandu.id, heldOn, kind };
  const refused = checkAttendance(kader, activity);
  if (refused !== undefined) problems.push(row.problemAt(fieldOf(refused), refused));
  return problems.length > countBefore ? undefined : { row, activity, posyanduName: posyandu.name, kader };
}

type ActivityValues = NonNullable<ActivityRow['values']>;

function kaderOf(
  row: ActivityRow,
  { nik, name }: ActivityValues,
  { kaderByNik }: ActivityReferences,
  problems: Problem[],
): ExistingKader | undefined {
  const kader = kaderByNik.get(nik);
  if (kader === undefined) {
    problems.push(row.problemAt('nik', refusal('activity.nik-unknown', { name })));
  } else if (compact(name) !== compact(kader.name)) {
    problems.push(row.problemAt('name', refusal('activity.name-differs', { name, owner: kader.name })));
  }
  return kader;
}

function posyanduOf(
  row: ActivityRow,
  values: ActivityValues,
  { findNagari, findPosyandu }: ActivityReferences,
  problems: Problem[],
): { id: number; name: string } | undefined {
  // A registration number names its nagari too.
  const [number] = /^\d{2}\.\d{2}\.\d{2}\.\d{4}(?=\.\d{3}$)/.exec(values.posyandu) ?? [];
  const { nagariCode: code = number, nagari: name, kecamatan } = values;
  const finding = findNagari({ code, name, kecamatan, titles: row.titles, sheet: row.sheet });
  if ('nagari' in finding) {
    const found = findPosyandu(finding.nagari, values.posyandu);
    if ('posyandu' in found) return found.posyandu;
    problems.push(row.problemAt('posyandu', found.refusal));
    return undefined;
  }
  if (values.nagariCode !== undefined || name !== undefined || number !== undefined) {
    problems.push(row.problemAt(nagariField(values), finding.refusal));
    return undefined;
  }
  // What the whole sheet fails to say is one problem, not one a row.
  const said = problems.some((one) => one.sheet === row.sheet && one.code === finding.refusal.code);
  if (!said) problems.push({ sheet: row.sheet, cell: '', column: '', value: '', ...finding.refusal });
  return undefined;
}

function nagariField({ nagariCode, nagari }: ActivityValues): 'nagariCode' | 'nagari' | 'posyandu' {
  if (nagariCode !== undefined) return 'nagariCode';
  return nagari === undefined ? 'posyandu' : 'nagari';
}

function fieldOf({ code }: Refusal): 'posyandu' | 'nik' | 'heldOn' {
  if (code === 'activity.other-posyandu') return 'posyandu';
  return code === 'activity.without-sk' ? 'nik' : 'heldOn';
}

function compact(name: string): string {
  return personKey(name).replaceAll(' ', '');
}
