import type { Vocabulary } from '../formats/sheet/parse-choice.js';

/** The six fields of SPM. */
export const bidangOfSpm = [
  'kesehatan',
  'pendidikan',
  'pekerjaan-umum',
  'perumahan-rakyat',
  'trantibumlinmas',
  'sosial',
] as const;
export type Bidang = (typeof bidangOfSpm)[number];
/** What a kader can rise to by the competences she masters, lowest first. */
export const tiers = ['purwa', 'madya', 'utama'] as const;
export type Tier = (typeof tiers)[number];
/** Reasons a person gives; `diganti-sk` is only ours, for an appointment that a newer SK replaces. */
export type StatedEndReason =
  'meninggal' | 'mengundurkan-diri' | 'diberhentikan' | 'pindah' | 'masa-bakti-habis';
export type EndReason = StatedEndReason | 'diganti-sk';
export type Sex = 'L' | 'P';

export const sexWords: Vocabulary<Sex> = {
  L: ['L', 'LAKI-LAKI', 'LAKI', 'LK', 'PRIA'],
  P: ['P', 'PEREMPUAN', 'PR', 'WANITA'],
};

export const bidangWords: Vocabulary<Bidang> = {
  kesehatan: ['KESEHATAN', 'KES'],
  pendidikan: ['PENDIDIKAN'],
  'pekerjaan-umum': ['PEKERJAAN UMUM', 'PU', 'PUPR'],
  'perumahan-rakyat': ['PERUMAHAN RAKYAT', 'PERUMAHAN', 'PERKIM'],
  trantibumlinmas: [
    'TRANTIBUMLINMAS',
    'TRANTIBUM LINMAS',
    'TRANTIBUM',
    'KETENTERAMAN, KETERTIBAN UMUM DAN PERLINDUNGAN MASYARAKAT',
    'KETENTRAMAN, KETERTIBAN UMUM DAN PERLINDUNGAN MASYARAKAT',
  ],
  sosial: ['SOSIAL', 'SOS'],
};

export const tierWords: Vocabulary<Tier> = {
  purwa: ['PURWA', 'KADER PURWA'],
  madya: ['MADYA', 'KADER MADYA'],
  utama: ['UTAMA', 'KADER UTAMA'],
};

export const endReasonWords: Vocabulary<StatedEndReason> = {
  meninggal: ['MENINGGAL', 'MENINGGAL DUNIA', 'WAFAT', 'ALMARHUMAH', 'ALMARHUM'],
  'mengundurkan-diri': ['MENGUNDURKAN DIRI', 'UNDUR DIRI', 'MUNDUR', 'BERHENTI SENDIRI'],
  diberhentikan: ['DIBERHENTIKAN', 'DIPECAT'],
  pindah: ['PINDAH', 'PINDAH DOMISILI', 'PINDAH TEMPAT TINGGAL', 'PINDAH ALAMAT'],
  'masa-bakti-habis': ['MASA BAKTI HABIS', 'HABIS MASA BAKTI', 'MASA JABATAN HABIS', 'SK BERAKHIR'],
};
