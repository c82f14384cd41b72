import { refusal, type Problem, type Refusal } from '../formats/sheet/problem.js';
import type { ExistingKader } from '../kader/existing-kader.js';
import { personKey } from '../kader/person-name.js';
import type { Bidang } from '../kader/vocabulary.js';
import { posyanduOfRow, type PlaceReferences } from '../region/posyandu-of-row.js';
import { formatDate, type PlainDate } from '../shared/plain-date.js';
import type { ActivityRow } from './activity-layout.js';
import { readBidang } from './bidang-of-activity.js';
import { appointmentOn, checkAttendance } from './check-attendance.js';
import type { ActivityIdentity } from './existing-activity.js';
import { targetGroups } from './target-groups.js';

/** What an attendance row is held against. */
export interface ActivityReferences extends PlaceReferences {
  readonly kaderByNik: ReadonlyMap<string, ExistingKader>;
  readonly today: PlainDate;
}

/** One kader at one activity, as a row states it. */
export interface StatedAttendance {
  readonly row: ActivityRow;
  readonly activity: ActivityIdentity;
  readonly posyanduName: string;
  /** The bidang of the activity as far as its type or this row says. */
  readonly bidang: Bidang | null;
  readonly countsTargets: boolean;
  readonly kader: Pick<ExistingKader, 'id' | 'name'>;
}

/** What is wrong with rows, and what is only worth knowing. */
export interface RowRemarks {
  readonly problems: Problem[];
  readonly notes: Problem[];
}

/** Reads one row by itself; undefined when something in it is refused, which `problems` then holds. */
export function readActivityRow(
  row: ActivityRow,
  references: ActivityReferences,
  { problems, notes }: RowRemarks,
): StatedAttendance | undefined {
  const { values } = row;
  if (values === undefined) return undefined;
  const countBefore = problems.length;
  const { heldOn, kind } = values;
  if (heldOn > references.today) {
    const facts = { today: formatDate(references.today) };
    problems.push(row.problemAt('heldOn', refusal('activity.in-future', facts)));
  }
  problems.push(...countsOfUncounted(row, values));
  const bidang = readBidang(row, values, problems);
  const kader = kaderOf(row, values, references, problems);
  const posyandu = posyanduOfRow(row, values, references, problems);
  if (kader === undefined || posyandu === undefined) return undefined;
  const activity = { posyanduId: posyandu.id, heldOn, kind: kind.code };
  const refused = checkAttendance(kader, activity, kind);
  if (refused !== undefined) problems.push(row.problemAt(fieldOf(refused), refused));
  if (problems.length > countBefore) return undefined;
  notes.push(...otherBidang(row, { kader, bidang, heldOn }));
  const { countsTargets } = kind;
  return { row, activity, posyanduName: posyandu.name, bidang, countsTargets, kader };
}

/** A type that counts nobody has no counts; a zero in its row counts nobody either. */
function countsOfUncounted(row: ActivityRow, { kind }: ActivityValues): Problem[] {
  if (kind.countsTargets) return [];
  return targetGroups
    .filter(([field]) => (row.found[field] ?? 0) > 0)
    .map(([field]) => row.problemAt(field, refusal('activity.counts-not-kept', { type: kind.name })));
}

/** Nothing forbids helping another bidang, but her own is what she is appointed and paid for. */
function otherBidang(
  row: ActivityRow,
  { kader, bidang, heldOn }: { kader: ExistingKader; bidang: Bidang | null; heldOn: PlainDate },
): Problem[] {
  const own = appointmentOn(kader, heldOn)?.bidang;
  if (bidang === null || own === undefined || own === bidang) return [];
  return [row.problemAt('kind', refusal('activity.other-bidang', { name: kader.name, own, bidang }))];
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

function fieldOf({ code }: Refusal): 'posyandu' | 'nik' | 'heldOn' {
  if (code === 'activity.other-posyandu') return 'posyandu';
  return code === 'activity.without-sk' ? 'nik' : 'heldOn';
}

function compact(name: string): string {
  return personKey(name).replaceAll(' ', '');
}
