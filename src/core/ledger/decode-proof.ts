import { DomainError } from '../shared/domain-error.js';
import { addDays, plainDate, type PlainDate } from '../shared/plain-date.js';
import { sumRupiah } from '../shared/rupiah.js';
import { parseServiceMonth } from '../shared/service-month.js';
import {
  balanceForms,
  dayNumber,
  PROOF_VERSION,
  type InclusionProof,
  type NamedTotals,
  type ProofBalance,
  type ProofEntry,
  type ProofHeader,
} from './inclusion-proof.js';
import { siblingCounts } from './merkle-path.js';
import { impossible, ID_MAX, ProofBytes } from './proof-bytes.js';

/** Of a batch behind the previous hash and position: the rest of its header, trial balance hash and root. */
const LINK_BYTES = 201;
const [LINES_MIN, LINES_MAX] = [2, 1000];

/**
 * Reads the bytes of a proof. Whatever is accepted can be written only in this one way, and states nothing
 * that the books could not hold; whether it is true, `computeProof` and an anchor say.
 *
 * @throws DomainError `proof.version-unknown`, `proof.cut`, `proof.field-impossible`, `proof.entry-unbalanced`,
 *   `proof.trailing-bytes`
 */
export function decodeProof(bytes: Uint8Array): InclusionProof {
  const reader = new ProofBytes(bytes);
  const version = reader.byte('versi');
  if (version !== PROOF_VERSION) throw new DomainError('invalid', 'proof.version-unknown', { version });
  const header = readHeader(reader);
  const entry = readEntry(reader, header.entryCount);
  const balance = readBalance(reader, new Set(entry.accounts));
  const path = siblingCounts(header.entryCount, entry.sequence - 1).flatMap((count) =>
    Array.from({ length: count }, () => reader.hash('jalur Merkle')),
  );
  const links = Array.from({ length: reader.count('jumlah sambungan') }, () =>
    reader.raw(LINK_BYTES, 'sambungan rantai'),
  );
  reader.end();
  return { header, entry, balance, path, links };
}

function readHeader(reader: ProofBytes): ProofHeader {
  const previousHash = reader.hash('sidik jari batch sebelumnya');
  const position = reader.int8('posisi batch');
  if (position < 1n) throw impossible('posisi batch');
  return {
    previousHash,
    position,
    id: reader.integer(8, 'nomor batch', { min: 1 }),
    kind: reader.integer(2, 'jenis batch', { min: 1, max: 99 }),
    effectiveOn: readDay(reader),
    period: readPeriod(reader),
    keyHash: reader.hash('sidik jari kunci perintah'),
    requestHash: reader.hash('sidik jari perintah'),
    recordedAtMicroseconds: reader.int8('waktu pencatatan'),
    actorHash: reader.hash('sidik jari pelaku'),
    entryCount: reader.integer(4, 'jumlah jurnal', { min: 1 }),
    debitTotal: reader.int8('jumlah debit'),
  };
}

function readDay(reader: ProofBytes): PlainDate {
  const bounds = { min: dayNumber(plainDate('1900-01-01')), max: dayNumber(plainDate('2200-12-31')) };
  return addDays(plainDate('2000-01-01'), reader.integer(4, 'tanggal berlaku', bounds));
}

function readPeriod(reader: ProofBytes): string {
  const period = parseServiceMonth(reader.text(7, 'periode'));
  if (period === undefined) throw impossible('periode');
  return period;
}

function readEntry(reader: ProofBytes, entryCount: number): ProofEntry {
  const sequence = reader.integer(4, 'urutan jurnal', { min: 1, max: entryCount });
  const partyId = reader.integer(8, 'nomor kader');
  const regionDigits = reader.int8('kode wilayah');
  const reversed = readReversed(reader);
  const memo = reader.text(reader.count('panjang memo'), 'memo');
  const lineCount = reader.integer(2, 'jumlah baris', { min: LINES_MIN, max: LINES_MAX });
  const lines = Array.from({ length: lineCount }, () => ({
    account: reader.integer(4, 'nomor akun', { min: 1 }),
    amount: readAmount(reader),
  }));
  const amounts = lines.map(({ amount }) => amount);
  if (sumRupiah(amounts) !== 0n) throw new DomainError('invalid', 'proof.entry-unbalanced', {});
  return {
    sequence,
    partyId,
    regionDigits,
    ...reversed,
    memo,
    accounts: lines.map(({ account }) => account),
    amounts,
  };
}

function readReversed(reader: ProofBytes): Pick<ProofEntry, 'reversesBatchId' | 'reversesSequence'> {
  const batch = reader.integer(8, 'batch yang dibalik');
  const sequence = reader.integer(
    4,
    'jurnal yang dibalik',
    batch === 0 ? { max: 0 } : { min: 1, max: ID_MAX },
  );
  return batch === 0
    ? { reversesBatchId: null, reversesSequence: null }
    : { reversesBatchId: batch, reversesSequence: sequence };
}

function readAmount(reader: ProofBytes): bigint {
  const amount = reader.int8('jumlah uang');
  if (amount === 0n) throw impossible('jumlah uang');
  return amount;
}

function readBalance(reader: ProofBytes, used: ReadonlySet<number>): ProofBalance {
  const form = reader.byte('bentuk neraca percobaan');
  if (form === balanceForms.hash) return { hash: reader.hash('sidik jari neraca percobaan') };
  if (form !== balanceForms.accounts) throw impossible('bentuk neraca percobaan');
  const count = reader.count('jumlah akun');
  return { accounts: Array.from({ length: count }, () => readTotals(reader, used)) };
}

function readTotals(reader: ProofBytes, used: ReadonlySet<number>): NamedTotals {
  const accountId = reader.integer(4, 'nomor akun', { min: 1 });
  const name = used.has(accountId)
    ? reader.text(reader.count('panjang nama akun'), 'nama akun')
    : reader.hash('sidik jari nama akun');
  return { accountId, name, debit: reader.int8('debit akun'), credit: reader.int8('kredit akun') };
}
