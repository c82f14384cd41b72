import { refusal, type Refusal } from '../formats/sheet/problem.js';
import { formatDate, type PlainDate } from '../shared/plain-date.js';
import type { KnownPosyandu } from '../region/find-posyandu.js';
import type { RowRefusals, RosterValues } from './roster-references.js';
import { rosterLayout } from './roster-layout.js';
import type { StatedAppointment } from './roster-record.js';
import type { Bidang } from './vocabulary.js';

/** The appointment a row states; undefined without an SK, or when something of it is refused. */
export function readAppointment(
  values: RosterValues,
  posyandu: KnownPosyandu,
  refuse: RowRefusals,
): StatedAppointment | undefined {
  const { skNumber, skDate, validFrom, role } = values;
  if (skNumber === undefined) return undefined;
  for (const field of ['role', 'skDate', 'validFrom'] as const) {
    if (values[field] === undefined) refuse.blank(field, 'skNumber', neededWithSk(field));
  }
  const bidang = bidangOf(values, refuse);
  if (role === undefined || bidang === undefined || skDate === undefined || validFrom === undefined) {
    return undefined;
  }
  refuseDatesOutOfOrder(values, validFrom, refuse);
  const { tier, validTo, endedOn, endReason } = values;
  const place = { posyanduId: posyandu.id, posyanduName: posyandu.name };
  return {
    ...place,
    role: role.role,
    bidang,
    tier,
    skNumber,
    skDate,
    validFrom,
    validTo,
    endedOn,
    endReason,
  };
}

function refuseDatesOutOfOrder(values: RosterValues, validFrom: PlainDate, refuse: RowRefusals): void {
  const { validTo, endedOn } = values;
  const from = formatDate(validFrom);
  if (validTo !== undefined && validTo < validFrom) {
    refuse.at('validTo', refusal('roster.sk-ends-before-start', { from }));
  }
  if (endedOn !== undefined && endedOn < validFrom) {
    refuse.at('endedOn', refusal('roster.end-before-start', { from }));
  }
}

function bidangOf({ role, bidang }: RosterValues, refuse: RowRefusals): Bidang | undefined {
  const named = role?.bidang;
  if (named !== undefined && bidang !== undefined && named !== bidang) {
    refuse.at('bidang', refusal('roster.bidang-differs', { inRole: named, bidang }));
  }
  if ((bidang ?? named) === undefined) refuse.blank('bidang', 'skNumber', neededWithSk('bidang'));
  return bidang ?? named;
}

function neededWithSk(field: 'role' | 'skDate' | 'validFrom' | 'bidang'): Refusal {
  return refusal('roster.needed-with-sk', { column: rosterLayout.columns[field].label });
}
