import { refusal, type Refusal } from '../formats/sheet/problem.js';
import { formatDate, type PlainDate } from '../shared/plain-date.js';
import type { KnownPosyandu } from '../region/find-posyandu.js';
import type { RefuseField, RosterValues } from './roster-references.js';
import { rosterLayout } from './roster-layout.js';
import type { StatedAppointment } from './roster-record.js';
import type { Bidang } from './vocabulary.js';

/** The appointment a row states; undefined without an SK, or when something of it is refused. */
export function readAppointment(
  values: RosterValues,
  posyandu: KnownPosyandu,
  refuseField: RefuseField,
): StatedAppointment | undefined {
  const { skNumber, skDate, validFrom, role } = values;
  if (skNumber === undefined) {
    refuseEndWithoutSk(values, refuseField);
    return undefined;
  }
  for (const field of ['role', 'skDate', 'validFrom'] as const) {
    if (values[field] === undefined) refuseField(field, neededWithSk(field));
  }
  const bidang = bidangOf(values, refuseField);
  if (role === undefined || bidang === undefined || skDate === undefined || validFrom === undefined) {
    return undefined;
  }
  refuseDatesOutOfOrder(values, validFrom, refuseField);
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

// She stays on the roster, but nothing can be paid to her; an end then has nothing to end, except a death.
function refuseEndWithoutSk({ endReason }: RosterValues, refuseField: RefuseField): void {
  if (endReason !== undefined && endReason !== 'meninggal') {
    refuseField('skNumber', refusal('roster.end-without-sk', {}));
  }
}

function refuseDatesOutOfOrder(values: RosterValues, validFrom: PlainDate, refuseField: RefuseField): void {
  const { validTo, endedOn } = values;
  const from = formatDate(validFrom);
  if (validTo !== undefined && validTo < validFrom) {
    refuseField('validTo', refusal('roster.sk-ends-before-start', { from }));
  }
  if (endedOn !== undefined && endedOn < validFrom) {
    refuseField('endedOn', refusal('roster.end-before-start', { from }));
  }
}

function bidangOf({ role, bidang }: RosterValues, refuseField: RefuseField): Bidang | undefined {
  const named = role?.bidang;
  if (named !== undefined && bidang !== undefined && named !== bidang) {
    refuseField('bidang', refusal('roster.bidang-differs', { inRole: named, bidang }));
  }
  if ((bidang ?? named) === undefined) refuseField('bidang', neededWithSk('bidang'));
  return bidang ?? named;
}

function neededWithSk(field: 'role' | 'skDate' | 'validFrom' | 'bidang'): Refusal {
  return refusal('roster.needed-with-sk', { column: rosterLayout.columns[field].label });
}
