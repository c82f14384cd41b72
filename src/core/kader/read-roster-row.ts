import { refusal, type Problem } from '../formats/sheet/problem.js';
import type { Region } from '../region/region.js';
import { formatDate, type PlainDate } from '../shared/plain-date.js';
import { checkNik } from './check-nik.js';
import { neededCell } from './needed-column.js';
import { readAccount } from './read-account.js';
import { readAppointment } from './read-appointment.js';
import { readTier } from './read-tier.js';
import type { RosterRow } from './roster-layout.js';
import type { RosterRecord } from './roster-record.js';
import type { RosterReferences, RosterValues, RowRefusals } from './roster-references.js';

/** Reads one row by itself; undefined when something in it is refused, which `problems` then holds. */
export function readRosterRow(
  row: RosterRow,
  references: RosterReferences,
  problems: Problem[],
): RosterRecord | undefined {
  const { values } = row;
  if (values === undefined) return undefined;
  const countBefore = problems.length;
  const refuse: RowRefusals = {
    at: (field, refused) => problems.push(row.problemAt(field, refused)),
    blank: (field, needing, refused) => problems.push(neededCell(row, field, needing, refused)),
  };
  checkPerson(values, references.today, refuse);
  const nagari = nagariOf(row, values, references, problems);
  if (nagari === undefined) return undefined;
  const found = references.findPosyandu(nagari, values.posyandu);
  if ('refusal' in found) {
    refuse.at('posyandu', found.refusal);
    return undefined;
  }
  const appointment = readAppointment(values, found.posyandu, refuse);
  const tier = readTier(values, references.today, refuse);
  const account = readAccount(values, references, refuse);
  if (problems.length > countBefore) return undefined;
  const { endedOn, endReason } = values;
  return {
    row,
    nik: values.nik,
    name: values.name,
    birthDate: values.birthDate,
    sex: values.sex,
    nagariCode: nagari.code,
    jorong: values.jorong,
    phone: values.phone,
    posyandu: found.posyandu,
    end: endedOn && endReason && { endedOn, endReason },
    deceasedOn: endReason === 'meninggal' ? endedOn : undefined,
    appointment,
    tier,
    account,
  };
}

function checkPerson(values: RosterValues, today: PlainDate, refuse: RowRefusals): void {
  const { nik, birthDate, sex, endedOn, endReason } = values;
  const refused = checkNik(nik, birthDate, sex);
  if (refused !== undefined) refuse.at('nik', refused);
  if (birthDate >= today) refuse.at('birthDate', refusal('roster.birth-in-future', {}));
  if ((endedOn === undefined) !== (endReason === undefined)) {
    const [blank, filled] =
      endedOn === undefined ? (['endedOn', 'endReason'] as const) : (['endReason', 'endedOn'] as const);
    refuse.blank(blank, filled, refusal('roster.end-incomplete', {}));
  }
  if (endReason === 'meninggal' && endedOn !== undefined && endedOn > today) {
    refuse.at('endedOn', refusal('roster.death-in-future', { today: formatDate(today) }));
  }
}

// A nagari that the sheet as a whole fails to say is one problem, not one a row.
function nagariOf(
  row: RosterRow,
  values: RosterValues,
  { findNagari }: RosterReferences,
  problems: Problem[],
): Region | undefined {
  const { nagariCode: code, nagari: name, kecamatan } = values;
  const finding = findNagari({ code, name, kecamatan, titles: row.titles, sheet: row.sheet });
  if ('nagari' in finding) return finding.nagari;
  if (code !== undefined || name !== undefined) {
    problems.push(row.problemAt(code === undefined ? 'nagari' : 'nagariCode', finding.refusal));
    return undefined;
  }
  const said = problems.some((one) => one.sheet === row.sheet && one.code === finding.refusal.code);
  if (!said) problems.push({ sheet: row.sheet, cell: '', column: '', value: '', ...finding.refusal });
  return undefined;
}
