import type { AttackedOffice } from './two-offices.js';
import { policyDocument } from './payments.js';

/** A file that one office sends to change what belongs to another; by the name of the operation that takes it. */
type Forger = (
  other: AttackedOffice,
  own: AttackedOffice,
) => { readonly name: string; readonly content: string };

const csv = (...lines: readonly string[]) => ({ name: 'uji.csv', content: lines.join('\n') });
const yaml = (document: object) => ({ name: 'uji.yaml', content: JSON.stringify(document) });
const posyanduOf = ({ region }: AttackedOffice) => `${region}.001`;

const ROSTER = 'NAMA,NIK,TGL LAHIR,L/P,POSYANDU,KODE NAGARI,JABATAN,BIDANG,NO SK,TGL SK,TMT';
const rosterRow = (nik: string, posyandu: string, region: string) =>
  `Nama Lain,${nik},01/01/1980,P,${posyandu},${region},Kader,Kesehatan,SK-9/2026,05/01/2026,05/01/2026`;
const FUNDING =
  'KODE PEMBAYAR;NAMA PEMBAYAR;KODE WILAYAH;SUMBER DANA;NAMA SUMBER DANA;TAHUN ANGGARAN;KODE KEGIATAN;KODE REKENING;PAGU;DASAR HUKUM';
const OPDS =
  'BIDANG;KODE WILAYAH;KODE OPD;NAMA OPD;BATAS HARI KERJA;BERLAKU MULAI;BERLAKU SAMPAI;DASAR HUKUM';
const REFERRALS = 'TANGGAL,POSYANDU,NIK KADER,NAMA KADER,BIDANG,LAYANAN,JUMLAH,URAIAN,KODE NAGARI';
const referralRow = (kader: AttackedOffice, place: AttackedOffice) =>
  `28/09/2026,${posyanduOf(place)},${kader.nik},${kader.marks[0] ?? ''},Kesehatan,deteksi-dini-kesehatan,1,Uji,${place.region}`;
const BANK = 'NO_REFERENSI,NOMINAL,STATUS,KETERANGAN';
const bandsOf = (scope: string, appliesTo: 'nagari' | 'opd') => ({
  ...{ scope, appliesTo, name: 'Milik lain', validFrom: '2026-01-02', validTo: null },
  legalBasis: { number: 'Perbup 1/2026', date: '2026-01-02', title: 'Keuangan' },
  bands: [{ from: 1, signatures: [{ function: 'Camat', step: 'release', people: 1 }] }],
});

export const forgedFiles: Readonly<Record<string, readonly Forger[]>> = {
  'Imports.regionsFile': [() => csv('a')],
  'Imports.posyandu': [
    (other) =>
      csv('NO REGISTRASI,NAMA POSYANDU,KODE NAGARI,JORONG', `${other.region}.099,Palsu,${other.region},`),
    (other, own) =>
      csv('NO REGISTRASI,NAMA POSYANDU,KODE NAGARI,JORONG', `${posyanduOf(other)},Palsu,${own.region},`),
  ],
  'Imports.roster': [
    (other) => csv(ROSTER, rosterRow('1310054101801009', posyanduOf(other), other.region)),
    (other) => csv(ROSTER, rosterRow(other.nik, posyanduOf(other), other.region)),
    (other, own) => csv(ROSTER, rosterRow(other.nik, posyanduOf(own), own.region)),
    (other, own) => csv(ROSTER, rosterRow(own.nik, posyanduOf(other), own.region)),
  ],
  'Imports.activity': [
    (other) =>
      csv(
        'TANGGAL,POSYANDU,KEGIATAN,NIK,NAMA,KODE NAGARI,BAYI',
        `05/09/2026,${posyanduOf(other)},Penyuluhan,${other.nik},${other.marks[0] ?? ''},${other.region},3`,
      ),
    (other, own) =>
      csv(
        'TANGGAL,POSYANDU,KEGIATAN,NIK,NAMA,KODE NAGARI,BAYI',
        `05/09/2026,${posyanduOf(own)},Penyuluhan,${other.nik},${other.marks[0] ?? ''},${own.region},3`,
      ),
  ],
  'Imports.fundingFile': [
    ({ region }) =>
      csv(FUNDING, `${region};${region};${region};LAIN;LAIN;2026;2.2.02;5.2.2.03;1000;DPA 1/2026`),
    ({ opd }, { region }) =>
      csv(FUNDING, `${opd};${opd};${region};LAIN;LAIN;2026;2.2.02;5.2.2.03;1000;DPA 1/2026`),
  ],
  'Imports.facts': [
    ({ nik }) => csv('NIK;NAMA;BERLAKU SEJAK;NPWP;GOLONGAN;KPJ', `${nik};;2026-01-01;;III/a;`),
  ],
  'Referrals.file': [
    (other) => csv(REFERRALS, referralRow(other, other)),
    (other, own) => csv(REFERRALS, referralRow(other, own)),
    (other, own) => csv(REFERRALS, referralRow(own, other)),
  ],
  'SettingFiles.bidangOpds': [
    ({ region, opd }) => csv(OPDS, `SOSIAL;${region};${opd};${opd};5;01/01/2026;;SK 1`),
  ],
  'SettingFiles.bidangStarts': [
    ({ region }) => csv('BIDANG;KODE WILAYAH;MULAI;DASAR HUKUM', `SOSIAL;${region};2027-01;SK 1`),
  ],
  'SettingFiles.activityTypes': [() => yaml({ types: [] })],
  'SettingFiles.year': [() => yaml({ year: 2027, basis: 'SKB', days: [] })],
  'PolicyFiles.honorFile': [
    ({ region }) => yaml(policyDocument({ scope: region, code: 'milik-lain' })),
    () => yaml(policyDocument({ scope: '13.10', code: 'milik-lain' })),
  ],
  'PolicyFiles.deductionFile': [() => yaml({})],
  'PolicyFiles.settings': [() => yaml({})],
  'PolicyFiles.ceilings': [() => yaml({})],
  'Claims.submit': [
    ({ nik, marks }) => csv('NIK,NAMA,BULAN,JUMLAH', `${nik},${marks[0] ?? ''},2026-08,75000`),
  ],
  'ApprovalBands.import': [
    ({ region }) => yaml(bandsOf(region, 'nagari')),
    ({ opd }) => yaml(bandsOf(opd, 'opd')),
    () => yaml(bandsOf('13.10', 'nagari')),
  ],
  'Disbursements.reconcile': [
    ({ paid }) => csv(BANK, ...paid.references.map((reference) => `${reference},75000,GAGAL,uji`)),
  ],
};
