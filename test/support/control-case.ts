import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse } from 'yaml';
import type {
  AppointmentUnderControl,
  Ceiling,
  CountedActivities,
  DaysPaid,
  Declaration,
  EventUnderControl,
  Hand,
  HeadUnderControl,
  LineUnderControl,
  Member,
  RequestUnderControl,
} from '../../src/core/control/request-under-control.js';
import { findingKinds } from '../../src/core/control/registry.js';
import type { RateUnderControl } from '../../src/core/control/rates-of-line.js';
import { runControls } from '../../src/core/control/run-controls.js';
import { describe } from '../../src/core/messages/describe.js';
import { groupBy } from '../../src/core/shared/group-by.js';
import { plainDate, type PlainDate } from '../../src/core/shared/plain-date.js';
import { parseServiceMonths, serviceMonth, type ServiceMonth } from '../../src/core/shared/service-month.js';
import { overpaymentsOfCase, type OverpaymentCircumstances } from './control-case-overpayments.js';
import { aRequest } from './control-facts.js';

type Row = Readonly<Record<string, string>>;

/** `keadaan.yaml`: what a case says beside its two tables; what it leaves out is as in `aRequest`. */
interface Circumstances extends OverpaymentCircumstances {
  readonly 'hari ini'?: string;
  readonly nomor?: string;
  readonly 'rekening kas'?: string;
  readonly jumlah?: string;
  readonly diajukan?: string;
  readonly jenjang?: readonly Row[];
  readonly 'SPP lain'?: readonly Row[];
  readonly 'dasar tarif'?: { nomor: string; mulai: string; sampai: string };
  readonly kegiatan?: readonly Row[];
  readonly 'daftar lain'?: readonly Row[];
  readonly 'dibayar SPP lain'?: readonly Row[];
  readonly 'kader SPP lain'?: readonly Row[];
  readonly 'periode sebelumnya'?: readonly Row[];
  readonly pagu?: readonly Row[];
  readonly 'utang tahun lalu'?: { sumber: string; dasar: string };
  readonly batas?: readonly Row[];
  readonly 'honor lain'?: readonly Row[];
  readonly potongan?: readonly Row[];
  readonly 'pembayaran disiapkan'?: readonly Row[];
  readonly tunggakan?: readonly Row[];
  readonly 'pernah dibayar di luar SK'?: readonly Row[];
  readonly langkah?: Readonly<Record<string, string>>;
  readonly 'penanda tangan tambahan'?: readonly string[];
  readonly 'rekening dicatat'?: readonly Row[];
}

const severityWords = { block: 'menghentikan', warn: 'perlu dijawab' } as const;

/** What the controls find in a case folder, as people read it. */
export function findingsOfCase(folder: string): { kontrol: string; sifat: string; kalimat: string }[] {
  return runControls(requestOfCase(folder)).map(({ code, severity, evidence }) => ({
    kontrol: findingKinds[code].control,
    sifat: severityWords[severity],
    kalimat: describe(code, evidence),
  }));
}

/** The request that a case folder tells of. */
export function requestOfCase(folder: string): RequestUnderControl {
  const said = circumstances(folder);
  const people = rowsOf(join(folder, 'kader.csv'));
  const members = people.map(memberOf);
  const idOf: IdOf = (row) => members.find(({ name }) => name === row.nama)?.kaderId ?? 0;
  const lines = rowsOf(join(folder, 'dibayar.csv')).flatMap((row) => linesOf(row, idOf(row), said));
  const months = [...new Set(lines.map(({ month }) => month))].sort();
  const reported = (said.kegiatan ?? []).map((row) => eventOf(row, idOf));
  return {
    ...requestItself(said),
    ...payments(said, idOf),
    ...data(said, idOf),
    ...overpaymentsOfCase(said, lines, idOf),
    months,
    members,
    lines,
    events: [...eventsOf(people, members, months), ...reported],
    neighbours: (said['daftar lain'] ?? []).map((row, index) => memberOf(row, 900 + index)),
  };
}

type IdOf = (row: Row) => number;

/** Number, day, payer and who took which step. */
function requestItself(said: Circumstances): RequestUnderControl {
  const base = aRequest();
  const { nomor = base.number, langkah = {}, 'penanda tangan tambahan': countersigners = [] } = said;
  const cashAccount = said['rekening kas'] ?? base.payer.cashAccount;
  return {
    ...base,
    number: nomor,
    today: plainDate(said['hari ini'] ?? base.today),
    payer: { ...base.payer, cashAccount },
    ...splitOf(said),
    debt: debtOf(said['utang tahun lalu']),
    hands: [
      ...Object.entries(langkah).map(([part, person]) => ({ part: part as Hand['part'], person })),
      ...countersigners.map((person) => ({ part: 'penanda tangan tambahan' as const, person })),
    ],
    accountHands: (said['rekening dicatat'] ?? []).map(({ oleh = '', nama = '', perubahan }) => ({
      person: oleh,
      kader: nama,
      isChange: perubahan === 'ya',
    })),
  };
}

/** What bands it comes under, and what else the payer pays of the same year. */
function splitOf(said: Circumstances) {
  return {
    gross: BigInt(said.jumlah ?? '0'),
    submittedOn: dayOr(said.diajukan, null),
    bands: (said.jenjang ?? []).map(({ mulai = '', jabatan = '', orang = '1' }) => ({
      from: BigInt(mulai),
      signatures: [{ step: 'release' as const, function: jabatan, signers: Number(orang) }],
    })),
    siblings: (said['SPP lain'] ?? []).map(({ spp = '', jumlah = '', diajukan = '', ...row }) => ({
      ...{ request: spp, gross: BigInt(jumlah), submittedOn: plainDate(diajukan) },
      shared: BigInt(row['untuk bulan yang sama'] ?? '0'),
    })),
  };
}

function debtOf(said: Circumstances['utang tahun lalu']): RequestUnderControl['debt'] {
  return said === undefined ? null : { source: said.sumber, basis: said.dasar };
}

/** What is, was or should have been paid beside the lines of the request. */
function payments(said: Circumstances, idOf: IdOf) {
  const monthly = (row: Row) => ({
    kaderId: idOf(row),
    month: serviceMonth(row.bulan ?? ''),
    component: row.komponen ?? 'honor-bulanan',
    amount: BigInt(row.jumlah ?? '0'),
  });
  return {
    others: (said['dibayar SPP lain'] ?? []).map(({ pembayar = '', spp = '', ...row }) => ({
      ...monthly(row),
      payer: pembayar,
      request: spp,
    })),
    heads: headsOfCase(said['kader SPP lain'] ?? [], idOf),
    past: (said['periode sebelumnya'] ?? []).map(monthly),
    arrears: (said.tunggakan ?? []).map(monthly),
    payments: (said['pembayaran disiapkan'] ?? []).map((row) => ({
      kaderId: idOf(row),
      amount: BigInt(row.jumlah ?? ''),
    })),
    paidOutsideSk: (said['pernah dibayar di luar SK'] ?? []).map(
      ({ nama = '', nik = '', spp = '', ...row }) => ({
        ...monthly(row),
        kader: nama,
        nik,
        request: spp,
      }),
    ),
  };
}

/** Whom other requests pay: members by their name, others each by hers. */
function headsOfCase(rows: readonly Row[], idOf: IdOf): HeadUnderControl[] {
  const names = rows.map(({ nama }) => nama);
  return rows.flatMap((row) => headsOf(row, idOf(row) || 700 + names.indexOf(row.nama)));
}

/** One head a month of `bulan`, who serves from `mulai` to `sampai`; by no SK where `mulai` is empty. */
function headsOf(row: Row, kaderId: number): HeadUnderControl[] {
  const from = dayOr(row.mulai ?? '2026-01-05', null);
  return monthsIn(row.bulan ?? '').map((month) => ({
    ...{ kaderId, month, request: row.spp ?? '', isForYear: false },
    amount: BigInt(row.jumlah ?? '75000'),
    served: from === null ? [] : [{ from, to: dayOr(row.sampai, null) }],
  }));
}

/** Budgets, limits, declarations and deductions. */
function data(said: Circumstances, idOf: IdOf) {
  return {
    sources: (said.pagu ?? []).map(
      ({ sumber = '', diminta = '', tersedia = '', diterima, dibayar = '0', terikat = '0' }) => ({
        source: sumber,
        asked: BigInt(diminta),
        available: BigInt(tersedia),
        received: BigInt(diterima ?? '0'),
        paid: BigInt(dibayar),
        bound: BigInt(terikat),
        recordsCash: diterima !== undefined,
      }),
    ),
    ceilings: (said.batas ?? []).map(ceilingOf),
    declarations: (said['honor lain'] ?? []).map((row) => declarationOf(row, idOf(row))),
    deductions: (said.potongan ?? []).map((row) => ({
      kaderId: idOf(row),
      kind: row.jenis ?? '',
      amount: BigInt(row.jumlah ?? ''),
      policy: row.dasar ?? null,
      proof: row['nomor peserta'] ?? null,
    })),
  };
}

function circumstances(folder: string): Circumstances {
  const path = join(folder, 'keadaan.yaml');
  return existsSync(path) ? (parse(readFileSync(path, 'utf8'), { schema: 'failsafe' }) as Circumstances) : {};
}

function rowsOf(path: string): Row[] {
  return parseCsv<Row>(readFileSync(path, 'utf8'), { columns: true, delimiter: ';' });
}

/** A kader as a case tells of her; a column that is not there is what it usually is. */
function memberOf(row: Row, index: number): Member {
  const { nama = '', nik = '', lahir = '1980-01-01' } = row;
  const number = row.rekening ?? `10020210${nik.slice(8, 12)}${nik.slice(-2)}`;
  return {
    kaderId: index + 1,
    name: nama,
    nik,
    birthDate: plainDate(lahir),
    sex: row['l/p'] === 'L' ? 'L' : 'P',
    nagari: row.nagari ?? 'Sitiung 13.10.04.2001',
    deceasedOn: dayOr(row.meninggal, null),
    account: {
      bank: row.bank ?? '118',
      key: number,
      number,
      holder: row['nama rekening'] ?? nama,
      heir: heirOf(row),
    },
    appointments: row.sk === '' ? [] : [appointmentOf(row)],
  };
}

/** `ahli waris` is who a confirmed record names, unless `dikonfirmasi` says that nobody confirmed it yet. */
function heirOf(row: Row) {
  const { 'ahli waris': name = '', 'nik ahli waris': nik = '', dikonfirmasi = 'ya' } = row;
  return name === '' ? null : { name, nik: nik === '' ? null : nik, isInForce: dikonfirmasi === 'ya' };
}

function appointmentOf(row: Row): AppointmentUnderControl {
  return {
    skNumber: row.sk ?? '140/5/2026',
    skDate: dayOr(row['tanggal sk'], plainDate('2026-01-05')),
    from: dayOr(row.mulai, plainDate('2026-01-05')),
    to: dayOr(row.sampai, plainDate('2026-12-31')),
    posyandu: row.posyandu ?? 'Melati (13.10.04.2001.001)',
  };
}

function dayOr<Otherwise>(text: string | undefined, otherwise: Otherwise): PlainDate | Otherwise {
  return text === undefined || text === '' ? otherwise : plainDate(text);
}

/** One line a month of `bulan` ("2026-07..2026-09"), each of this amount. */
function linesOf(row: Row, kaderId: number, said: Circumstances): LineUnderControl[] {
  const basis = said['dasar tarif'] ?? {
    nomor: '188.45/12/KPTS-BUP/2026',
    mulai: '2026-01-02',
    sampai: '2026-12-31',
  };
  const amount = BigInt(row.jumlah ?? '75000');
  const rate = row.tarif === '' ? null : BigInt(row.tarif ?? '75000');
  return monthsIn(row.bulan ?? '').map((month) => ({
    kaderId,
    month,
    component: row.komponen ?? 'honor-bulanan',
    amount,
    entitled: BigInt(row.hak ?? rate ?? amount),
    rate: row['satuan tarif'] === undefined || row['satuan tarif'] === 'bulan' ? rate : null,
    rates: rate === null ? [] : [rateOfCase(row, rate)],
    servedThrough: row['bertugas sampai'] === undefined ? null : plainDate(row['bertugas sampai']),
    daysPaid: daysPaidOfCase(row),
    counted: countedOfCase(row),
    decree: {
      policy: 'honor',
      number: basis.nomor,
      from: plainDate(basis.mulai),
      to: plainDate(basis.sampai),
    },
  }));
}

/** `dibayar mulai` and `dibayar sampai`: the days paid by the decree of the line; all she served where they are not there. */
function daysPaidOfCase(row: Row): DaysPaid | null {
  const [from, to] = [dayOr(row['dibayar mulai'], null), dayOr(row['dibayar sampai'], null)];
  return from === null || to === null ? null : { from, to };
}

/** `jenis dihitung`: the kinds that count, with commas; any where it is not there. */
function countedOfCase(row: Row): CountedActivities[] {
  const { 'kegiatan dihitung': count = '', 'jenis dihitung': kinds = '' } = row;
  return count === '' ? [] : [{ count: Number(count), kinds: kinds === '' ? null : kinds.split(', ') }];
}

const units = { bulan: 'month', kegiatan: 'activity', 'sekali bayar': 'payment' } as const;

/** `menaikkan` names the component that it lifts to `menjadi`; `tarif mulai` and `tarif sampai` the days it holds for. */
function rateOfCase(row: Row, rate: bigint): RateUnderControl {
  const { 'satuan tarif': unit = 'bulan', 'jenis kegiatan': kind = '', menaikkan: lifts = '' } = row;
  const [from, to] = [dayOr(row['tarif mulai'], null), dayOr(row['tarif sampai'], null)];
  return {
    rate,
    unit: units[unit as keyof typeof units],
    activity: kind === '' ? null : kind,
    days: from === null || to === null ? null : { from, to },
    asPartOf: lifts === '' ? null : { component: lifts, rate: BigInt(row.menjadi ?? '') },
  };
}

function monthsIn(text: string): ServiceMonth[] {
  const months = parseServiceMonths(text);
  if (months === undefined) throw new Error(`"${text}" is no list of months`);
  return months;
}

/**
 * Everybody was at the open day of every month, unless column `hadir` names other months; a posyandu nobody was at in
 * a month did not report it.
 */
function eventsOf(
  people: readonly Row[],
  members: readonly Member[],
  months: readonly ServiceMonth[],
): EventUnderControl[] {
  const attendances = members.flatMap(({ kaderId, appointments }, at) => {
    const posyandu = appointments[0]?.posyandu ?? '';
    return attendedMonths(people[at]?.hadir, months).map((month) => ({ posyandu, month, kaderId }));
  });
  return [...groupBy(attendances, ({ posyandu, month }) => `${posyandu} ${month}`).values()].map((group) => ({
    posyandu: group[0].posyandu,
    heldOn: plainDate(`${group[0].month}-10`),
    kind: 'hari-buka',
    attendedBy: group.map(({ kaderId }) => kaderId),
  }));
}

function attendedMonths(text: string | undefined, months: readonly ServiceMonth[]): readonly ServiceMonth[] {
  if (text === undefined) return months;
  return text === '' ? [] : monthsIn(text);
}

function eventOf(row: Row, idOf: (row: Row) => number): EventUnderControl {
  const names = (row.hadir ?? '').split(',').map((name) => name.trim());
  return {
    posyandu: row.posyandu ?? 'Melati (13.10.04.2001.001)',
    heldOn: plainDate(row.tanggal ?? ''),
    kind: row.jenis ?? 'hari-buka',
    attendedBy: names.flatMap((nama) => (idOf({ nama }) === 0 ? [] : [idOf({ nama })])),
  };
}

function ceilingOf(row: Row): Ceiling {
  const isRate = row.jenis === 'tarif';
  return {
    kind: isRate ? 'rate' : 'headcount',
    scope: row.untuk ?? '',
    component: isRate ? (row.komponen ?? 'honor-bulanan') : null,
    limit: BigInt(row.batas ?? ''),
    unit: row.satuan === 'kegiatan' ? 'activity' : 'month',
    activity: row['jenis kegiatan'] ?? null,
    from: plainDate(row.mulai ?? '2026-01-01'),
    to: dayOr(row.sampai, plainDate('2026-12-31')),
    basis: row.dasar ?? '',
  };
}

function declarationOf(row: Row, kaderId: number): Declaration {
  return {
    kaderId,
    body: row.dari ?? '',
    what: row.sebagai ?? '',
    from: plainDate(row.sejak ?? ''),
    to: dayOr(row.sampai, null),
  };
}
