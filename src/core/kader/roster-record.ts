import type { KnownPosyandu } from '../region/find-posyandu.js';
import type { PlainDate } from '../shared/plain-date.js';
import type { Role } from './role.js';
import type { RosterRow } from './roster-layout.js';
import type { Bidang, Sex, StatedEndReason, Tier } from './vocabulary.js';

/** An appointment as a roster row states it; undefined where the row says nothing. */
export interface StatedAppointment {
  readonly posyanduId: number;
  readonly posyanduName: string;
  readonly role: Role;
  readonly bidang: Bidang;
  readonly tier: Tier | undefined;
  readonly skNumber: string;
  readonly skDate: PlainDate;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | undefined;
  readonly endedOn: PlainDate | undefined;
  readonly endReason: StatedEndReason | undefined;
}

/** A tier with the day it holds from and the certificate or decree that gives it. */
export interface StatedTier {
  readonly tier: Tier;
  readonly from: PlainDate;
  readonly certificate: string;
}

export interface StatedEnd {
  readonly endedOn: PlainDate;
  readonly endReason: StatedEndReason;
}

export interface StatedAccount {
  readonly bankCode: string;
  readonly bankName: string;
  readonly number: string;
  readonly name: string;
}

/** A kader as a roster row states her, checked by itself but not yet against the others. */
export interface RosterRecord {
  readonly row: RosterRow;
  readonly nik: string;
  readonly name: string;
  readonly birthDate: PlainDate;
  readonly sex: Sex;
  readonly nagariCode: string;
  readonly jorong: string | undefined;
  readonly phone: string | undefined;
  readonly deceasedOn: PlainDate | undefined;
  readonly posyandu: KnownPosyandu;
  /** Said whether or not the row states the appointment that ends. */
  readonly end: StatedEnd | undefined;
  readonly appointment: StatedAppointment | undefined;
  readonly tier: StatedTier | undefined;
  readonly account: StatedAccount | undefined;
}
