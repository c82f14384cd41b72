import { describeReason } from '../../../src/core/honor/describe-reason.js';
import type { Reason } from '../../../src/core/honor/reason.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';

const amount = 50_000n;
const day = plainDate('2026-07-01');
const count = { verified: 6, counted: 4, countMax: 4, rate: 25_000n, amount: 100_000n };

/** Every step there is: one that is forgotten here does not compile. */
const worded: { [Step in Reason['step']]: [Extract<Reason, { step: Step }> | CountReason, string] } = {
  policy: [
    { step: 'policy', policy: 'honor', version: 2, legalBasis: '1/2026' },
    'Kebijakan honor versi 2, dasar hukum 1/2026.',
  ],
  'policy-replaced': [
    {
      ...{ step: 'policy-replaced', policy: 'honor', version: 1, legalBasis: '1/2026' },
      ...{ byPolicy: 'honor', byVersion: 2, because: 'Perbup perubahan' },
    },
    'Koreksi: dahulu menurut kebijakan honor versi 1, dasar hukum 1/2026; sekarang menurut honor versi 2 (Perbup perubahan).',
  ],
  'december-before-its-end': [
    { step: 'december-before-its-end', from: plainDate('2026-12-15'), basis: 'SE Bupati 9/2026' },
    'Desember boleh dihitung dan dibayar mulai 15 Desember 2026, sebelum bulan itu berakhir (SE Bupati 9/2026); yang berubah sesudahnya menjadi koreksi.',
  ],
  'tops-up': [{ step: 'tops-up', floorPolicy: 'dasar' }, 'Kebijakan ini menambah kebijakan dasar.'],
  'policy-from-next-month': [
    { step: 'policy-from-next-month', policy: 'honor', version: 2, from: plainDate('2026-07-15') },
    'Kebijakan honor versi 2 berlaku mulai 15 Juli 2026; bulan ini masih menurut kebijakan pada hari pertamanya.',
  ],
  'month-of-first-place': [
    { step: 'month-of-first-place', until: plainDate('2026-07-10') },
    'Sesudah 10 Juli 2026 ia bertugas di tempat lain; bulan ini dibayar di tempat ia bertugas lebih dahulu.',
  ],
  appointment: [
    { step: 'appointment', sk: '140/12', from: day, to: plainDate('2026-07-31') },
    'Bertugas menurut SK 140/12 dari 1 Juli 2026 s.d. 31 Juli 2026.',
  ],
  'bidang-not-started': [
    { step: 'bidang-not-started', bidang: 'sosial', from: day, to: plainDate('2026-07-31') },
    'Bidang sosial belum mulai: 1 Juli 2026 s.d. 31 Juli 2026 tidak dihitung.',
  ],
  'days-not-paid': [
    {
      step: 'days-not-paid',
      from: day,
      to: plainDate('2026-07-10'),
      days: 10,
      code: 'honor.bidang-not-paid',
      facts: { month: 'Juli 2026', component: 'Honor', bidang: 'sosial' },
    },
    '1 Juli 2026 s.d. 10 Juli 2026 (10 hari) tidak dihitung. Honor belum dibayarkan bagi kader bidang sosial menurut kebijakan.',
  ],
  'flat-monthly': [{ step: 'flat-monthly', amount }, 'Honor sebulan Rp50.000.'],
  'by-role': [{ step: 'by-role', role: 'ketua', amount }, 'Honor sebulan untuk jabatan ketua Rp50.000.'],
  'by-tier': [
    { step: 'by-tier', tier: 'madya', certificate: 'S-1', since: day, amount },
    'Honor sebulan untuk tingkatan madya (sejak 1 Juli 2026, sertifikat S-1) Rp50.000.',
  ],
  'without-tier': [{ step: 'without-tier', amount }, 'Honor sebulan bagi yang belum bertingkatan Rp50.000.'],
  'by-bidang': [
    { step: 'by-bidang', bidang: 'sosial', amount },
    'Honor sebulan untuk bidang sosial Rp50.000.',
  ],
  'top-up': [
    { step: 'top-up', component: 'dasar', total: 300_000n, floor: 250_000n, amount },
    'Tambahan di atas dasar: Rp300.000 - Rp250.000 = Rp50.000 sebulan.',
  ],
  'prorated-by-days': [
    { step: 'prorated-by-days', days: 10, ofDays: 31, amount },
    'Bertugas 10 dari 31 hari: Rp50.000.',
  ],
  'half-month': [
    { step: 'half-month', days: 14, fullFromDays: 15, amount },
    'Bertugas 14 hari, kurang dari 15: setengahnya, Rp50.000.',
  ],
  'per-activity': [
    { step: 'per-activity', ...count },
    '6 kegiatan terverifikasi, dihitung 4 (paling banyak 4): 4 × Rp25.000 = Rp100.000.',
  ],
  transport: [
    { step: 'transport', ...count, verified: 4 },
    '4 kehadiran terverifikasi (transport): 4 × Rp25.000 = Rp100.000.',
  ],
  'activity-kind': [
    { step: 'activity-kind', kind: 'hari-buka', ...count },
    '6 hari-buka terverifikasi, dihitung 4 (paling banyak 4): 4 × Rp25.000 = Rp100.000.',
  ],
  'activity-left-out': [
    { step: 'activity-left-out', kind: 'kunjungan-rumah', on: day, posyandu: 'Mawar', why: 'without-sk' },
    'Tidak dihitung: kunjungan rumah 1 Juli 2026 di Posyandu Mawar, di luar masa SK-nya.',
  ],
  capped: [
    { step: 'capped', uncapped: 60_000n, amount },
    'Rp60.000 melebihi batas sebulan: dibayar Rp50.000.',
  ],
  'attendance-met': [
    { step: 'attendance-met', attended: 3, held: 4, needed: 3, amount },
    'Hadir di 3 dari 4 kegiatan posyandunya, diminta 3: dibayar penuh Rp50.000.',
  ],
  'attendance-below': [
    { step: 'attendance-below', attended: 2, held: 3, needed: 3, full: 75_000n, ofEvents: 3, amount },
    'Hadir di 2 dari 3 kegiatan posyandunya, diminta 3: 2/3 dari Rp75.000 = Rp50.000.',
  ],
  lump: [{ step: 'lump', amount }, 'Honor sekaligus Rp50.000.'],
  'thirteenth-month': [
    { step: 'thirteenth-month', component: 'honor', amount },
    'Bulan ke-13 sebesar honor sebulan, Rp50.000.',
  ],
  'months-served': [
    { step: 'months-served', served: 9, ofMonths: 12, amount },
    'Bertugas 9 dari 12 bulan: Rp50.000.',
  ],
  'months-without-policy': [
    { step: 'months-without-policy', months: ['2026-01', '2026-02', '2026-03'].map(serviceMonth) },
    'Januari s.d. Maret 2026 tidak dihitung: ia bertugas, tetapi waktu itu di sana tidak ada kebijakan yang memuatnya.',
  ],
  funded: [{ step: 'funded', source: 'nagari/DDS', amount }, 'Rp50.000 dibebankan pada nagari/DDS.'],
};
type CountReason = Extract<Reason, { countMax: number }>;

describe('describeReason', () => {
  it.each(Object.entries(worded))('words %s', (step, [reason, words]) => {
    expect(reason.step).toBe(step);
    expect(describeReason(reason)).toBe(words);
  });
});
