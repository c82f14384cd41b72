import { plainDate } from '../../../core/shared/plain-date.js';
import { invariant } from '../../../core/shared/invariant.js';
import { zeroLedAccount } from './accounts.js';
import { demoKader, type DemoKader, type Taken } from './people.js';
import type { DemoNagari } from './places.js';
import { randomOf } from './random.js';

/** What is wrong, one each. */
export const faultNames = [
  'orang-sama-di-dua-nagari',
  'rekening-milik-kader-lain',
  'meninggal-tetap-hadir',
  'tidak-ada-dalam-sk',
  'nik-tersimpan-sebagai-angka',
  'rekening-tersimpan-sebagai-angka',
  'hadir-sesudah-berhenti',
  'permintaan-lima-kali-tarif',
] as const;

export type FaultName = (typeof faultNames)[number];

/** A fault and the person in it. */
export interface Fault {
  readonly name: FaultName;
  readonly kader: DemoKader;
  /** Where she is (also) listed because of it. */
  readonly nagari: DemoNagari;
}

/**
 * Picks where each fault is planted and who is in it, spread over the kabupaten. Six are of people beside the
 * rightful kader; the first and the last are of a rightful kader, who may be paid once and rightly.
 */
export function plantFaults(
  nagari: readonly DemoNagari[],
  rightful: readonly DemoKader[],
  seed: number,
  taken: Taken,
): Fault[] {
  const places = nagari.filter(({ posyandu }) => posyandu.length > 0);
  const placeOf = (name: FaultName): DemoNagari => {
    const place = places[Math.floor(((faultNames.indexOf(name) + 0.5) * places.length) / faultNames.length)];
    invariant(place !== undefined, 'a fault has a nagari to be in');
    return place;
  };
  const extra = (name: FaultName, changes: (kader: DemoKader) => Partial<DemoKader> = () => ({})): Fault => {
    const place = placeOf(name);
    const [posyandu] = place.posyandu;
    invariant(posyandu !== undefined, 'the place of a fault has a posyandu');
    const kader = demoKader(place, posyandu, posyandu.size, randomOf(seed, name), taken);
    return { name, nagari: place, kader: { ...kader, bidang: 'kesehatan', ...changes(kader) } };
  };
  const ended = (date: string, reason: 'meninggal' | 'mengundurkan-diri') => () => {
    return { end: { date: plainDate(date), reason } };
  };
  const claimed = 'permintaan-lima-kali-tarif';
  return [
    listedTwice(places, rightful),
    extra('rekening-milik-kader-lain', (kader) => ({ account: kaderIn(rightful, kader.nagari).account })),
    extra('meninggal-tetap-hadir', ended('2026-08-14', 'meninggal')),
    extra('tidak-ada-dalam-sk', () => ({ appointed: false })),
    extra('nik-tersimpan-sebagai-angka'),
    extra('rekening-tersimpan-sebagai-angka', ({ name }) => ({
      account: zeroLedAccount(name, randomOf(seed, 'zero-led account'), taken.accounts),
    })),
    extra('hadir-sesudah-berhenti', ended('2026-06-30', 'mengundurkan-diri')),
    { name: claimed, nagari: placeOf(claimed), kader: kaderIn(rightful, placeOf(claimed)) },
  ];
}

/** A rightful kader listed again by the next nagari of the same kecamatan, whose sheet is in the same file. */
function listedTwice(places: readonly DemoNagari[], rightful: readonly DemoKader[]): Fault {
  const index = places.findIndex((place, at) => place.region.kecamatan === places[at + 1]?.region.kecamatan);
  const [own, other] = places.slice(index, index + 2);
  invariant(index >= 0 && own !== undefined && other !== undefined, 'two nagari of one kecamatan have kader');
  return { name: 'orang-sama-di-dua-nagari', nagari: other, kader: kaderIn(rightful, own) };
}

/** The last kader of a nagari: not one who leads her posyandu, where it has more. */
function kaderIn(rightful: readonly DemoKader[], nagari: DemoNagari): DemoKader {
  const kader = rightful.findLast((one) => one.nagari === nagari);
  invariant(kader !== undefined, `${nagari.region.name} has kader`);
  return kader;
}
