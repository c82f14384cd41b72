import { formatDate, type PlainDate } from '../../shared/plain-date.js';
import { lastDayOfPlace, type PlaceFacts, type RosterFacts } from './roster-facts.js';
import { rosterList, type RosterLine } from './roster-list.js';

/** A tier of competence, by its certificate. */
export interface TierFacts {
  readonly tier: string;
  readonly certificate: string;
  readonly from: PlainDate;
  /** Last day; null = she holds it still. */
  readonly to: PlainDate | null;
}

/** An SK as it may be shown. */
type ShownPlace = Omit<PlaceFacts, 'posyanduId'>;

/** One kader with everything that says since when and where she serves; NIK and account masked. */
export interface KaderCard extends RosterLine {
  readonly birthDate: PlainDate;
  readonly deceasedOn: PlainDate | null;
  /** Every SK that names her, oldest first. */
  readonly appointments: readonly ShownPlace[];
  readonly tiers: readonly TierFacts[];
}

/** As things stand on a day. */
export function kaderCard(facts: RosterFacts, tiers: readonly TierFacts[], on: PlainDate): KaderCard[] {
  const { birthDate, deceasedOn, places } = facts;
  const appointments = places.map(shownPlace);
  return rosterList([facts], { on }).map((line) => ({ ...line, birthDate, deceasedOn, appointments, tiers }));
}

/** A card in lines for a terminal. */
export function kaderCardLines(card: KaderCard): string[] {
  const { kader, name, nik, nagari, status, account, accountProblem, deceasedOn } = card;
  const died = deceasedOn === null ? '' : `, meninggal ${formatDate(deceasedOn)}`;
  const money = [account ?? 'belum ada', accountProblem].filter((part) => part !== null).join(', ');
  return [
    `${String(kader)}. ${name} (${nik}), ${nagari}: ${status}${died}`,
    `  Rekening: ${money}`,
    ...card.appointments.map(placeLine),
    ...card.tiers.map(
      ({ tier, certificate, from, to }) => `  Strata ${tier}: ${certificate}, ${span(from, to)}`,
    ),
  ];
}

function shownPlace(place: PlaceFacts): ShownPlace {
  const { posyandu, registrationNumber, nagariCode, role, bidang, tier } = place;
  const { skNumber, from, skTo, endedOn, endReason } = place;
  return {
    ...{ posyandu, registrationNumber, nagariCode, role, bidang, tier },
    ...{ skNumber, from, skTo, endedOn, endReason },
  };
}

function placeLine(place: ShownPlace): string {
  const { skNumber, posyandu, role, bidang, from, endReason } = place;
  const until = span(from, lastDayOfPlace(place));
  const why = endReason === null ? '' : ` (${endReason})`;
  return `  SK ${skNumber}: ${role} di ${posyandu}, bidang ${bidang}, ${until}${why}`;
}

function span(from: PlainDate, to: PlainDate | null): string {
  return `${formatDate(from)} s.d. ${to === null ? '...' : formatDate(to)}`;
}
