import { randomOf, type Random } from './random.js';
import { jorongNames, posyanduNames } from './names.js';

/** A nagari as the list of regions names it. */
export interface DemoRegion {
  /** Kemendagri code: 13.10.04.2001. */
  readonly code: string;
  readonly name: string;
  readonly kecamatan: string;
  readonly kabupaten: string;
}

export interface DemoPosyandu {
  /** PP.KK.KC.DDDD.NNN. */
  readonly registrationNumber: string;
  readonly name: string;
  readonly jorong: string;
  /** How many kader serve there. */
  readonly size: number;
}

/** A nagari with its posyandu and the SK that appoints their kader. */
export interface DemoNagari {
  readonly region: DemoRegion;
  readonly posyandu: readonly DemoPosyandu[];
  readonly skNumber: string;
  /** Day of December 2025. */
  readonly skDay: number;
  /** Whoever types its lists leaves Caps Lock on. */
  readonly capitals: boolean;
}

/** About as many kader as a posyandu has ("yang lima"). */
const KADER_A_POSYANDU = 5;

/** Spreads the kader over the nagari, some larger than others, and over posyandu of about five. */
export function demoNagari(regions: readonly DemoRegion[], kader: number, seed: number): DemoNagari[] {
  const random = randomOf(seed, 'nagari');
  const counts = spread(
    kader,
    regions.map(() => random.between(85, 115)),
  );
  return regions.map((region, index) => {
    const own = randomOf(seed, region.code);
    return {
      region,
      posyandu: posyanduOf(region, counts[index] ?? 0, own),
      skNumber: `${String(own.between(120, 198))}/${String(own.between(10, 60))}/WN-${initials(region.name)}/2025`,
      skDay: own.between(15, 31),
      capitals: own.chance(35),
    };
  });
}

/** Whole shares by weight that sum to the whole; the first ones take what is left over. */
function spread(whole: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const shares = weights.map((weight) => Math.floor((whole * weight) / sum));
  const left = whole - shares.reduce((total, share) => total + share, 0);
  return shares.map((share, index) => share + (index < left ? 1 : 0));
}

function posyanduOf(region: DemoRegion, kader: number, random: Random): DemoPosyandu[] {
  const count = Math.round(kader / KADER_A_POSYANDU) || Math.min(kader, 1);
  const sizes = spread(
    kader,
    Array.from({ length: count }, () => 1),
  );
  const names = random.shuffled(posyanduNames);
  const jorong = random.shuffled(jorongNames).slice(0, Math.max(2, Math.ceil(count / 2)));
  return sizes.map((size, index) => {
    const round = Math.floor(index / names.length);
    const name = names[index % names.length] ?? '';
    return {
      registrationNumber: `${region.code}.${String(index + 1).padStart(3, '0')}`,
      name: round === 0 ? name : `${name} ${String(round + 1)}`,
      jorong: jorong[index % jorong.length] ?? '',
      size,
    };
  });
}

/** "Koto Nan Empat Dibawuh" signs its letters KNED. */
function initials(name: string): string {
  const parts = name.split(' ');
  return (parts.length > 1 ? parts.map((part) => part.charAt(0)).join('') : name.slice(0, 3)).toUpperCase();
}
