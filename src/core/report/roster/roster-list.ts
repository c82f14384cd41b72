import { maskNik } from '../../formats/mask.js';
import { formatDate, type PlainDate } from '../../shared/plain-date.js';
import { shownAccount } from '../owed/why-unpaid.js';
import type { ReportTable } from '../report-table.js';
import { isNamed, nameWords } from './name-words.js';
import {
  lastDayOfPlace,
  placeOn,
  rosterStatuses,
  statusOn,
  type PlaceFacts,
  type RosterFacts,
  type RosterStatus,
} from './roster-facts.js';

export interface RosterWish {
  readonly on: PlainDate;
  /** Registration number of the posyandu; undefined = all. */
  readonly posyandu?: string | undefined;
  /** Beginnings of words of her name; undefined = whatever it is. */
  readonly name?: string | undefined;
  readonly status?: RosterStatus | undefined;
}

/** Somebody on the roster as she may be shown: NIK and account masked. */
export interface RosterLine {
  readonly kader: number;
  readonly name: string;
  readonly nik: string;
  readonly nagari: string;
  readonly posyandu: string | null;
  readonly role: string | null;
  readonly bidang: string | null;
  readonly tier: string | null;
  readonly sk: string | null;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly status: RosterStatus;
  readonly account: string | null;
  /** What is the matter with the account; null when it can be paid to. */
  readonly accountProblem: string | null;
}

/** The roster of a place on a day, by posyandu and name. */
export function rosterList(
  people: readonly RosterFacts[],
  { on, posyandu, name = '', status }: RosterWish,
): RosterLine[] {
  const words = nameWords(name);
  return people
    .filter((one) => isNamed(one.name, words))
    .map((one) => ({ one, place: placeOn(one, on), state: statusOn(one, on) }))
    .filter(({ place }) => posyandu === undefined || place?.registrationNumber === posyandu)
    .filter(({ state }) => status === undefined || state === status)
    .map(({ one, place, state }) => lineOf(one, place, state))
    .sort((one, other) => compare(keyOf(one), keyOf(other)) || one.kader - other.kader);
}

function lineOf(one: RosterFacts, place: PlaceFacts | undefined, status: RosterStatus): RosterLine {
  return {
    kader: one.kaderId,
    name: one.name,
    nik: maskNik(one.nik),
    nagari: one.nagariName,
    ...(place === undefined ? nowhere : columnsOf(place)),
    status,
    account: one.account && shownAccount(one.account),
    accountProblem: accountProblem(one),
  };
}

const nowhere = { posyandu: null, role: null, bidang: null, tier: null, sk: null, from: null, to: null };

function columnsOf(place: PlaceFacts): Pick<RosterLine, keyof typeof nowhere> {
  const { posyandu, role, bidang, tier, skNumber: sk, from } = place;
  return { posyandu, role, bidang, tier, sk, from, to: lastDayOfPlace(place) };
}

/** The roster as a table. */
export function rosterTable(lines: readonly RosterLine[], place: string, on: PlainDate): ReportTable {
  const counts = rosterStatuses
    .map((status) => [status, lines.filter((line) => line.status === status).length] as const)
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${String(count)} ${status}`);
  return {
    title: 'Daftar Kader',
    subtitle: `${place}, keadaan ${formatDate(on)}`,
    facts: [
      ['Jumlah', `${String(lines.length)} kader${counts.length === 0 ? '' : `: ${counts.join(', ')}`}`],
    ],
    columns: [
      { title: 'No', width: 5 },
      { title: 'Kader', width: 7 },
      { title: 'Nama', width: 28 },
      { title: 'NIK', width: 18 },
      { title: 'Posyandu', width: 18 },
      { title: 'Jabatan', width: 13 },
      { title: 'SK', width: 24 },
      { title: 'Berlaku', width: 24 },
      { title: 'Keadaan', width: 12 },
      { title: 'Rekening', width: 30 },
    ],
    rows: lines.map((line, index) => [
      index + 1,
      line.kader,
      line.name,
      line.nik,
      line.posyandu,
      line.tier === null ? line.role : `${line.role ?? ''} (${line.tier})`,
      line.sk,
      line.from === null ? null : `${line.from} s.d. ${line.to ?? '...'}`,
      line.status,
      [line.account ?? 'belum ada', line.accountProblem].filter((part) => part !== null).join(', '),
    ]),
    remarks: [],
  };
}

function accountProblem({ account, pending, returned }: RosterFacts): string | null {
  if (pending !== null) return `menunggu konfirmasi ${shownAccount(pending)}`;
  if (account === null) return null;
  return returned === null ? null : `transfer terakhir diretur ${returned.on}`;
}

function keyOf({ nagari, posyandu, name }: RosterLine): string {
  return [nagari, posyandu ?? '', name.toUpperCase()].join('\t');
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
