import type { PlainDate } from '../shared/plain-date.js';
import type { Role } from './role.js';
import type { StatedTier } from './roster-record.js';
import type { Bidang, EndReason, Sex, Tier } from './vocabulary.js';

/** An appointment (SK) as the roster holds it. */
export interface ExistingAppointment {
  readonly id: number;
  readonly posyanduId: number;
  readonly posyanduName: string;
  /** Where the posyandu is. */
  readonly nagariCode: string;
  readonly role: Role;
  readonly bidang: Bidang;
  readonly tier: Tier | null;
  readonly skNumber: string;
  readonly skDate: PlainDate;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly endedOn: PlainDate | null;
  readonly endReason: EndReason | null;
}

/** A tier as the roster holds it, not withdrawn. */
export interface ExistingTier extends StatedTier {
  readonly id: number;
  /** Last day; null = she holds it still. */
  readonly to: PlainDate | null;
}

export interface ExistingAccount {
  readonly id: number;
  readonly bankCode: string;
  readonly number: string;
  readonly name: string;
}

/** A kader as the roster holds her. */
export interface ExistingKader {
  readonly id: number;
  readonly nik: string;
  readonly name: string;
  readonly birthDate: PlainDate;
  readonly sex: Sex;
  readonly nagariCode: string;
  readonly nagariName: string;
  readonly jorong: string | null;
  readonly phone: string | null;
  readonly deceasedOn: PlainDate | null;
  /** In the order of their first days. */
  readonly appointments: readonly ExistingAppointment[];
  /** In the order of their first days. */
  readonly tiers: readonly ExistingTier[];
  readonly account: ExistingAccount | null;
  /** A changed account that waits for a second person. */
  readonly pendingAccount: ExistingAccount | null;
}

/** The last day an appointment holds, the earlier of the SK's end and the kader's; null when open. */
export function lastDayOfAppointment(
  appointment: Pick<ExistingAppointment, 'validTo' | 'endedOn'>,
): PlainDate | null {
  const { validTo, endedOn } = appointment;
  if (validTo === null || endedOn === null) return validTo ?? endedOn;
  return validTo < endedOn ? validTo : endedOn;
}
