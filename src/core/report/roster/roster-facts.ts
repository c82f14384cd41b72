import type { PlainDate } from '../../shared/plain-date.js';
import type { PayeeFacts } from '../owed/facts.js';

/** An SK that puts somebody at a posyandu. */
export interface PlaceFacts {
  readonly posyanduId: number;
  readonly posyandu: string;
  readonly registrationNumber: string;
  readonly nagariCode: string;
  readonly role: string;
  readonly bidang: string;
  readonly tier: string | null;
  readonly skNumber: string;
  readonly from: PlainDate;
  /** Last day the SK says; null = it says none. */
  readonly skTo: PlainDate | null;
  /** Day she left before that; null = she did not. */
  readonly endedOn: PlainDate | null;
  readonly endReason: string | null;
}

/** Somebody on the roster, with every SK that names her, oldest first. */
export interface RosterFacts extends PayeeFacts {
  readonly birthDate: PlainDate;
  readonly nagariCode: string;
  readonly nagariName: string;
  readonly places: readonly PlaceFacts[];
}

export const rosterStatuses = ['aktif', 'belum-mulai', 'berakhir', 'tanpa-sk', 'meninggal'] as const;

/** Whether somebody serves on a day, and if not, why. */
export type RosterStatus = (typeof rosterStatuses)[number];

/** The last day of an SK, or of her service when it came earlier. */
export function lastDayOfPlace({ skTo, endedOn }: Pick<PlaceFacts, 'skTo' | 'endedOn'>): PlainDate | null {
  if (skTo === null || endedOn === null) return skTo ?? endedOn;
  return skTo < endedOn ? skTo : endedOn;
}

export function isActiveOn(place: PlaceFacts, day: PlainDate): boolean {
  const last = lastDayOfPlace(place);
  return place.from <= day && (last === null || day <= last);
}

/** The SK she serves by on a day, else the last that was or will be; undefined when none names her. */
export function placeOn({ places }: RosterFacts, day: PlainDate): PlaceFacts | undefined {
  const begun = places.filter((place) => place.from <= day);
  return places.find((place) => isActiveOn(place, day)) ?? begun.at(-1) ?? places[0];
}

export function statusOn(one: RosterFacts, day: PlainDate): RosterStatus {
  if (one.deceasedOn !== null && one.deceasedOn <= day) return 'meninggal';
  if (one.places.some((place) => isActiveOn(place, day))) return 'aktif';
  if (one.places.length === 0) return 'tanpa-sk';
  return one.places.some((place) => place.from <= day) ? 'berakhir' : 'belum-mulai';
}
