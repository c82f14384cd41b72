import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { LeftOut } from '../../src/core/honor/kader-month.js';
import type { ErrorCode } from '../../src/core/messages/catalog.js';
import type { RequestState } from '../../src/core/payment/request-state.js';
import type { StoredReason } from '../../src/core/report/explain/describe-stored-reason.js';
import type {
  ExplanationFacts,
  LedgerPlace,
  Outlook,
  PaymentRow,
  RevisionRow,
} from '../../src/core/report/explain/facts.js';
import type { HeirFacts, HoldingFacts, ShareFacts, SourceFacts } from '../../src/core/report/owed/facts.js';
import { plainDate, type PlainDate } from '../../src/core/shared/plain-date.js';
import { lastDayOf, serviceMonth } from '../../src/core/shared/service-month.js';

interface AccountFile {
  bank: string;
  nomor: string;
}

interface RequestFile {
  nomor: string;
  keadaan: RequestState;
  disusun: string;
  langkah?: { ke: RequestState; tanggal: string; oleh: string; alasan?: string }[];
  'memuat revisi': number[];
  kotor: number;
  bersih?: number;
  referensi?: string;
  dicairkan?: string;
  dibayar?: string;
  diretur?: string;
  catatan?: string;
}

/** `facts.yaml` of a case, in the words of people. */
interface FactsFile {
  bulan: string;
  ditanya: string;
  kader?: {
    nama?: string;
    meninggal?: string;
    rekening?: AccountFile | null;
    'ahli waris'?: {
      nama: string;
      meninggal: string;
      rekening: string;
      dicatat: string;
      dikonfirmasi: boolean;
    };
    'rekening menunggu'?: AccountFile & { dicatat: string };
    'transfer terakhir diretur'?: { tanggal: string; alasan: string };
  };
  sk?: { nomor: string; jabatan: string; mulai: string; sampai?: string; berhenti?: string }[];
  kegiatan?: { tanggal: string; jenis: string; terverifikasi: boolean; 'di luar tugas'?: LeftOut }[];
  'perhitungan terakhir'?: { nomor: number; tanggal: string } | null;
  honor?: {
    perhitungan: number;
    tanggal: string;
    revisi: number;
    kebijakan?: number;
    langkah: StoredReason[];
    sumber: Record<string, number>;
  }[];
  'tidak dihitung'?: { perhitungan: number; tanggal: string; kode: string; fakta: Record<string, string> }[];
  'sumber dana'?: Record<string, { pagu: number; diikat?: number; dibelanjakan?: number; hangus?: number }>;
  spp?: RequestFile[];
  'kalau dihitung sekarang'?: Outlook;
}

const KADER = 7;
const NAGARI = '13.10.04.2002';
const bankNagari: AccountFile = { bank: 'Bank Nagari', nomor: '10020210098811' };

/** Reads a case folder into the rows that the database would give. */
export function readExplainCase(folder: string): ExplanationFacts {
  const file = parse(readFileSync(join(folder, 'facts.yaml'), 'utf8')) as FactsFile;
  const sources = Object.entries(file['sumber dana'] ?? {}).map(sourceOf);
  const shares = sharesOf(file, sources);
  const requests = file.spp ?? [];
  const last = file['perhitungan terakhir'];
  return {
    month: serviceMonth(file.bulan),
    today: plainDate(file.ditanya),
    kader: kaderOf(file.kader ?? {}),
    appointments: (file.sk ?? []).map((sk) => ({
      skNumber: sk.nomor,
      skDate: plainDate('2026-01-05'),
      role: sk.jabatan,
      bidang: 'kesehatan',
      tier: null,
      posyandu: 'Mawar',
      nagariName: 'Siguntur',
      from: plainDate(sk.mulai),
      to: dayOrNull(sk.sampai),
      endReason: sk.berhenti ?? null,
    })),
    attended: (file.kegiatan ?? []).map(({ tanggal, jenis, terverifikasi, ...one }) => ({
      on: plainDate(tanggal),
      kind: jenis,
      posyandu: 'Mawar',
      isVerified: terverifikasi,
      leftOut: one['di luar tugas'] ?? null,
    })),
    calculation: last ? { id: last.nomor, on: plainDate(last.tanggal) } : null,
    ...calculatedOf(file),
    shares,
    holdings: requests.flatMap((request) => holdingsOf(request, shares, accountOf(file.kader ?? {}))),
    sources,
    payments: requests.map((request, index) => paymentOf(request, index, file)),
    outlook: file['kalau dihitung sekarang'] ?? 'same',
  };
}

function calculatedOf(file: FactsFile): Pick<ExplanationFacts, 'revisions' | 'exclusions' | 'accruals'> {
  const lines = file.honor ?? [];
  return {
    revisions: lines.map(revisionOf),
    exclusions: (file['tidak dihitung'] ?? []).map(({ perhitungan, tanggal, kode, fakta }) => ({
      calculationId: perhitungan,
      calculatedOn: plainDate(tanggal),
      component: null,
      code: kode as ErrorCode,
      facts: fakta,
    })),
    accruals: lines.map((_, index) => placeOf(index + 1, lastDayOf(serviceMonth(file.bulan)), 'Honor')),
  };
}

function kaderOf(kader: NonNullable<FactsFile['kader']>): ExplanationFacts['kader'] {
  const pending = kader['rekening menunggu'];
  const returned = kader['transfer terakhir diretur'];
  return {
    kaderId: KADER,
    name: kader.nama ?? 'Rosmaniar',
    nik: '1310044101800002',
    nagariCode: NAGARI,
    nagariName: 'Siguntur',
    deceasedOn: dayOrNull(kader.meninggal),
    heir: heirOf(kader['ahli waris']),
    account: accountOf(kader),
    pending: pending
      ? {
          bank: pending.bank,
          number: pending.nomor,
          heir: null,
          recordedBy: pending.dicatat,
          recordedOn: plainDate('2026-09-01'),
        }
      : null,
    returned: returned ? { on: plainDate(returned.tanggal), note: returned.alasan } : null,
  };
}

function accountOf({ rekening = bankNagari, ...kader }: NonNullable<FactsFile['kader']>) {
  const heir = kader['ahli waris'];
  if (heir?.dikonfirmasi === true) return { bank: 'Bank Nagari', number: heir.rekening, heir: heir.nama };
  return rekening === null ? null : { bank: rekening.bank, number: rekening.nomor, heir: null };
}

function heirOf(heir: NonNullable<FactsFile['kader']>['ahli waris']): HeirFacts | null {
  if (heir === undefined) return null;
  return {
    name: heir.nama,
    diedOn: plainDate(heir.meninggal),
    isConfirmed: heir.dikonfirmasi,
    accountNumber: heir.rekening,
    recordedBy: heir.dicatat,
    recordedOn: plainDate('2026-09-01'),
  };
}

function sourceOf(
  [label, { pagu, diikat = 0, dibelanjakan = 0, hangus }]: [
    string,
    NonNullable<FactsFile['sumber dana']>[string],
  ],
  index: number,
): SourceFacts {
  return {
    id: index + 1,
    code: `${NAGARI}/${label}/2026`,
    payer: NAGARI,
    payerName: 'Nagari Siguntur',
    payerKind: 'nagari',
    fiscalYear: 2026,
    ceiling: BigInt(pagu),
    reserved: BigInt(diikat),
    spent: BigInt(dibelanjakan),
    received: 0n,
    lapsed: hangus === undefined ? null : BigInt(hangus),
    forDebts: 0n,
  };
}

/** One entitlement a revision and source; its number says which: 20 is revision 2 on the first line. */
function sharesOf(file: FactsFile, sources: readonly SourceFacts[]): ShareFacts[] {
  return (file.honor ?? []).flatMap(({ revisi, tanggal, sumber }) =>
    Object.entries(sumber).map(([label, amount]): ShareFacts => {
      const sourceId = sources.find(({ code }) => code.includes(`/${label}/`))?.id ?? 0;
      return {
        entitlementId: 10 * revisi + sourceId,
        kaderId: KADER,
        nagariCode: NAGARI,
        month: serviceMonth(file.bulan),
        component: 'honor-bulanan',
        revision: revisi,
        sourceId,
        amount: BigInt(amount),
        accruedOn: earlier(lastDayOf(serviceMonth(file.bulan)), plainDate(tanggal)),
      };
    }),
  );
}

function earlier(one: PlainDate, other: PlainDate): PlainDate {
  return one < other ? one : other;
}

function revisionOf(line: NonNullable<FactsFile['honor']>[number]): RevisionRow {
  const version = line.kebijakan ?? 1;
  return {
    calculationId: line.perhitungan,
    calculatedOn: plainDate(line.tanggal),
    component: 'honor-bulanan',
    componentName: 'Honor bulanan',
    revision: line.revisi,
    amount: BigInt(Object.values(line.sumber).reduce((sum, amount) => sum + amount, 0)),
    policy: {
      code: 'honor-kader',
      version,
      name: 'Honor kader Posyandu',
      legalBasis: {
        number: `188.45/${String(11 + version)}/2026`,
        date: plainDate('2026-01-02'),
        title: 'Besaran honor kader Posyandu',
        fileSha256: null,
      },
    },
    reasons: line.langkah,
  };
}

function holdingsOf(
  request: RequestFile,
  shares: readonly ShareFacts[],
  account: HoldingFacts['account'],
): HoldingFacts[] {
  return shares
    .filter(({ revision }) => request['memuat revisi'].includes(revision))
    .map(({ entitlementId }) => ({
      entitlementId,
      number: request.nomor,
      state: request.keadaan,
      since: plainDate(request.langkah?.at(-1)?.tanggal ?? request.disusun),
      releasedOn: dayOrNull(request.dicairkan),
      returnedOn: dayOrNull(request.diretur),
      paidOn: dayOrNull(request.dibayar),
      note: request.catatan ?? null,
      account,
    }));
}

function paymentOf(request: RequestFile, index: number, file: FactsFile): PaymentRow {
  const { dicairkan, diretur } = request;
  return {
    number: request.nomor,
    state: request.keadaan,
    payer: NAGARI,
    payerName: 'Nagari Siguntur',
    months: [serviceMonth(file.bulan)],
    preparedOn: plainDate(request.disusun),
    preparedBy: 'Ani Marlina',
    steps: (request.langkah ?? []).map(({ ke, tanggal, oleh, alasan }) => {
      const [by = '', position = ''] = oleh.split(', ');
      return { to: ke, on: plainDate(tanggal), by, position, reason: alasan ?? null };
    }),
    gross: BigInt(request.kotor),
    net: request.bersih === undefined ? null : BigInt(request.bersih),
    deducted: [],
    reference: request.referensi ?? null,
    account: request.referensi === undefined ? null : accountOf(file.kader ?? {}),
    paidOn: dayOrNull(request.dibayar),
    returnedOn: dayOrNull(diretur),
    note: request.catatan ?? null,
    entry: dicairkan === undefined ? null : placeOf(10 * (index + 1), plainDate(dicairkan), 'Pembayaran'),
    returnEntry: diretur === undefined ? null : placeOf(10 * (index + 1) + 1, plainDate(diretur), 'Retur'),
  };
}

function placeOf(batchId: number, on: PlainDate, memo: string): LedgerPlace {
  return { batchId, sequence: 1, position: BigInt(batchId), on, memo };
}

function dayOrNull(text: string | undefined): PlainDate | null {
  return text === undefined ? null : plainDate(text);
}
