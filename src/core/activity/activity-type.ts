import type { Bidang } from '../kader/vocabulary.js';

/** A kind of activity as a kabupaten names it: data that may be imported, by a code that never changes. */
export interface ActivityType {
  readonly code: string;
  readonly name: string;
  /** The spellings a sheet may use; the first is shown in messages. */
  readonly words: readonly string[];
  /** The bidang SPM it belongs to; null = any. */
  readonly bidang: readonly Bidang[] | null;
  /** Whether it is said how many of each target group were served. */
  readonly countsTargets: boolean;
  /** What one of it is called: `kunjungan`, `hari`. */
  readonly unit: string;
  /** Whether a kader may attend it away from her own posyandu. */
  readonly elsewhere: boolean;
}

/** The type under which referrals to an OPD are recorded as activities. */
export const REFERRAL_TYPE = 'rujukan';

/** The types every installation begins with; migration 1790000001900 holds the same. */
export const initialActivityTypes: readonly ActivityType[] = [
  initial(
    'hari-buka',
    'Hari buka',
    'hari',
    'HARI BUKA',
    'HARI BUKA POSYANDU',
    'BUKA POSYANDU',
    'HARI POSYANDU',
  ),
  initial('kunjungan-rumah', 'Kunjungan rumah', 'kunjungan', 'KUNJUNGAN RUMAH', 'KUNJUNGAN'),
  {
    ...initial('penyuluhan', 'Penyuluhan atau kelas', 'pertemuan'),
    words: ['PENYULUHAN', 'KELAS', 'KELAS IBU HAMIL', 'KELAS IBU BALITA', 'PENYULUHAN/KELAS', 'KIE'],
  },
  initial('pendataan', 'Pendataan', 'kegiatan', 'PENDATAAN', 'PENDATAAN SPM', 'PENDATAAN SASARAN'),
  initial('pelayanan-spm', 'Pelayanan SPM', 'pelayanan', 'PELAYANAN SPM', 'PELAYANAN'),
  initial(REFERRAL_TYPE, 'Rujukan lintas sektor', 'rujukan', 'RUJUKAN', 'RUJUKAN LINTAS SEKTOR'),
  {
    ...initial('rapat-pelatihan', 'Rapat atau pelatihan', 'pertemuan'),
    words: ['RAPAT/PELATIHAN', 'RAPAT', 'PELATIHAN', 'RAKOR', 'BIMTEK'],
    countsTargets: false,
    elsewhere: true,
  },
];

export const activityKinds: readonly string[] = initialActivityTypes.map(({ code }) => code);

function initial(code: string, name: string, unit: string, ...words: string[]): ActivityType {
  return { code, name, words, bidang: null, countsTargets: true, unit, elsewhere: false };
}
