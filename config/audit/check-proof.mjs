// Checks one payment proof of the Honor Kader ledger: plain Node from 20.11, nothing to install, no network, no
// database, no line of code shared with the program that wrote the proof. Layout: src/core/ledger/README.md.
//
//   node check-proof.mjs PROOF [--anchor HASH] [--pack FOLDER]
//
// PROOF is the text that the QR code holds (HKP:...) or a file with it. HASH is a hash you trust: that of the
// batch, printed on the signed recipients' list, or a later head of the chain when the proof carries the chain
// up to it. FOLDER is an audit pack: its chain of batches is computed anew, and the batch of the proof must be in
// it, at or before the anchor when one is given too; what the pack itself is worth its own verifier says.
// Ends with 0: proven; 1: not proven or not a proof; 2: nothing was checked.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

class Refusal extends Error {
  constructor(code, text) {
    super(`${code}: ${text}`);
  }
}
const demand = (isRight, code, text) => {
  if (!isRight) throw new Refusal(code, text);
};
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

// ---- The text: base45 (RFC 9285), three characters for two bytes, least significant digit first -------------
function bytesOfText(text) {
  const found = text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line.startsWith('HKP:'));
  demand(found.length > 0, 'proof.text-missing', 'tidak ada baris yang dimulai dengan HKP:');
  demand(found.length === 1, 'proof.text-repeated', `ada ${found.length} bukti; periksa satu per satu`);
  const bytes = [];
  for (let at = 4; at < found[0].length; at += 3) {
    const group = found[0].slice(at, at + 3);
    const digits = [...group].map((one) => '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'.indexOf(one));
    const value = digits.reduceRight((sum, digit) => sum * 45 + digit, 0);
    const isRight = !digits.includes(-1) && group.length > 1 && value < (group.length === 3 ? 65536 : 256);
    demand(isRight, 'proof.text-unreadable', `tidak terbaca di sekitar huruf ke-${at + 1}`);
    bytes.push(...(group.length === 3 ? [value >> 8, value & 255] : [value]));
  }
  return Buffer.from(bytes);
}

// ---- The bytes: every field is big-endian and of fixed width, or has its length before it --------------------
const ID_MAX = 0x7fffffffn;

function reader(bytes) {
  let at = 0;
  const raw = (length, field) => {
    demand(
      at + length <= bytes.length,
      'proof.cut',
      `bukti terpotong di byte ${bytes.length}, pada ${field}`,
    );
    at += length;
    return bytes.subarray(at - length, at);
  };
  const impossible = (field) =>
    new Refusal('proof.field-impossible', `${field} tidak mungkin ada dalam buku`);
  const integer = (width, field, min = 0n, max = ID_MAX) => {
    const value = BigInt.asIntN(width * 8, BigInt(`0x${raw(width, field).toString('hex')}`));
    if (value < min || value > max) throw impossible(field);
    return value;
  };
  const text = (length, field) => {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw(length, field));
    } catch (error) {
      throw error instanceof Refusal ? error : impossible(field);
    }
  };
  return {
    raw,
    integer,
    text,
    impossible,
    hash: (field) => raw(32, field),
    money: (field) => raw(8, field).readBigInt64BE(),
    count: (field) => raw(2, field).readUInt16BE(),
    from: (start) => bytes.subarray(start, at),
    place: () => at,
    left: () => bytes.length - at,
  };
}

const DAY_ZERO = Date.UTC(2000, 0, 1);
const dayOf = (days) => new Date(DAY_ZERO + Number(days) * 86_400_000);
const daysTo = (year, month, day) => BigInt((Date.UTC(year, month, day) - DAY_ZERO) / 86_400_000);

function readHeader(read) {
  const start = read.place();
  read.hash('sidik jari batch sebelumnya');
  const position = read.money('posisi batch');
  if (position < 1n) throw read.impossible('posisi batch');
  const batchStart = read.place();
  const batch = read.integer(8, 'nomor batch', 1n);
  const kind = read.integer(2, 'jenis batch', 1n, 99n);
  const kindBytes = read.from(batchStart + 8);
  const day = dayOf(read.integer(4, 'tanggal berlaku', daysTo(1900, 0, 1), daysTo(2200, 11, 31)));
  const period = read.text(7, 'periode');
  if (!/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(period)) throw read.impossible('periode');
  for (const field of ['sidik jari kunci perintah', 'sidik jari perintah']) read.hash(field);
  read.money('waktu pencatatan');
  read.hash('sidik jari pelaku');
  const entryCount = read.integer(4, 'jumlah jurnal', 1n);
  read.money('jumlah debit');
  const batchBytes = read.from(batchStart).subarray(0, 8);
  return { position, batch, kind, day, period, entryCount, batchBytes, kindBytes, bytes: read.from(start) };
}

/** The entry, and its leaf: the same bytes but that the memo is hashed, and batch and kind come from the header. */
function readEntry(read, { entryCount, batchBytes, kindBytes }) {
  const start = read.place();
  const sequence = read.integer(4, 'urutan jurnal', 1n, entryCount);
  const party = read.integer(8, 'nomor kader');
  const region = read.money('kode wilayah');
  const reversedBatch = read.integer(8, 'batch yang dibalik');
  const bounds = reversedBatch === 0n ? [0n, 0n] : [1n, ID_MAX];
  const reversedSequence = read.integer(4, 'jurnal yang dibalik', ...bounds);
  const before = read.from(start);
  const memo = read.text(read.count('panjang memo'), 'memo');
  const linesStart = read.place();
  const lineCount = Number(read.integer(2, 'jumlah baris', 2n, 1000n));
  const lines = [];
  for (let line = 0; line < lineCount; line += 1) {
    const [account, amount] = [read.integer(4, 'nomor akun', 1n), read.money('jumlah uang')];
    if (amount === 0n) throw read.impossible('jumlah uang');
    lines.push({ account, amount });
  }
  const sum = lines.reduce((total, { amount }) => total + amount, 0n);
  demand(sum === 0n, 'proof.entry-unbalanced', 'debit dan kredit dalam bukti tidak sama');
  const [number, about] = [before.subarray(0, 4), before.subarray(4)];
  const content = [batchBytes, number, kindBytes, about, sha256(memo), read.from(linesStart)];
  const leaf = sha256(Buffer.of(0, 1), ...content);
  return { sequence, party, region, reversedBatch, reversedSequence, memo, lines, leaf };
}

/** Hash of the trial balance; accounts of the entry are followed by their name, others by its hash. */
function readBalance(read, lines) {
  const form = read.raw(1, 'bentuk neraca percobaan')[0];
  if (form === 0) return { hash: read.hash('sidik jari neraca percobaan'), names: new Map() };
  if (form !== 1) throw read.impossible('bentuk neraca percobaan');
  const [rows, names] = [[], new Map()];
  const used = new Set(lines.map(({ account }) => account));
  for (let left = read.count('jumlah akun'); left > 0; left -= 1) {
    const start = read.place();
    const account = read.integer(4, 'nomor akun', 1n);
    const number = read.from(start);
    if (used.has(account)) names.set(account, read.text(read.count('panjang nama akun'), 'nama akun'));
    const nameHash = used.has(account) ? sha256(names.get(account)) : read.hash('sidik jari nama akun');
    rows.push(number, nameHash, read.raw(8, 'debit akun'), read.raw(8, 'kredit akun'));
  }
  return { hash: sha256(...rows), names };
}

/** From the leaf up: the siblings of each level, with the node itself put in its place. */
function readRoot(read, { leaf, sequence }, entryCount) {
  let [node, index, nodes] = [leaf, Number(sequence) - 1, Number(entryCount)];
  for (; nodes > 1; nodes = Math.ceil(nodes / 16)) {
    const [place, group] = [index % 16, Math.min(16, nodes - (index - (index % 16)))];
    const children = Array.from({ length: group }, (_, child) =>
      child === place ? node : read.hash('jalur Merkle'),
    );
    [node, index] = [sha256(Buffer.of(1, 1), ...children), Math.floor(index / 16)];
  }
  return node;
}

/** What the proof says, and the places of the chain it leads to: its batch, and those behind it. */
function readProof(bytes) {
  const read = reader(bytes);
  const version = read.raw(1, 'versi')[0];
  demand(version === 1, 'proof.version-unknown', `bukti bentuk versi ${version}; dikenal hanya versi 1`);
  const header = readHeader(read);
  const entry = readEntry(read, header);
  const balance = readBalance(read, entry.lines);
  const root = readRoot(read, entry, header.entryCount);
  let hash = sha256(Buffer.of(3, 1), header.bytes, balance.hash, root);
  const places = [{ position: header.position, hash: hash.toString('hex') }];
  for (let left = read.count('jumlah sambungan'); left > 0; left -= 1) {
    const position = places.at(-1).position + 1n;
    const number = Buffer.alloc(8);
    number.writeBigInt64BE(BigInt.asIntN(64, position));
    hash = sha256(Buffer.of(3, 1), hash, number, read.raw(201, 'sambungan rantai'));
    places.push({ position, hash: hash.toString('hex') });
  }
  demand(read.left() === 0, 'proof.trailing-bytes', `ada ${read.left()} byte lebih di belakang bukti`);
  return { header, entry, names: balance.names, places };
}

// ---- What it says, for people -------------------------------------------------------------------------------
const MONTHS = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
  ' ',
);
const KINDS = {
  1: 'pengakuan honor',
  2: 'pembayaran',
  3: 'pengembalian oleh bank',
  4: 'pembalikan',
  5: 'penerimaan dana',
  6: 'penyetoran',
  9: 'pengembalian kelebihan bayar',
};
const rupiah = (amount) => `Rp${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')}`;
const dotted = (digits) => {
  const parts = /^(\d\d)(\d\d)?(\d\d)?(\d{4})?$/.exec(digits)?.slice(1) ?? [digits];
  return parts.filter((part) => part !== undefined).join('.');
};
// A forged text must not move the cursor of whoever reads it, or hide part of itself.
const visible = (text) => text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\uFFFD');

function describe({ header, entry, names, places }) {
  const { batch, position, day, period } = header;
  const who = entry.party === 0n ? 'Bukan tentang kader' : `Kader nomor ${entry.party}`;
  const on = `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
  const place = `Batch ${batch}, posisi ${position}, jurnal ${entry.sequence} dari ${header.entryCount}`;
  const lines = entry.lines.map(({ account, amount }) => {
    const side = amount > 0n ? `Debit ${rupiah(amount)}` : `Kredit ${rupiah(-amount)}`;
    return `${side}, akun ${account}${names.has(account) ? `: ${visible(names.get(account))}` : ''}`;
  });
  const reversed = `Membatalkan batch ${entry.reversedBatch} jurnal ${entry.reversedSequence}`;
  const last = places.at(-1);
  return [
    `${who}, wilayah ${dotted(String(entry.region))}`,
    `${place}: ${KINDS[header.kind] ?? `jenis ${header.kind}`} per ${on}, periode ${period}`,
    `Memo: ${visible(entry.memo)}`,
    ...lines,
    ...(entry.reversedBatch === 0n ? [] : [reversed]),
    `Sidik jari batch: ${places[0].hash}`,
    ...(places.length > 1 ? [`Tersambung sampai posisi ${last.position}: ${last.hash}`] : []),
  ];
}

// ---- An audit pack: the chain of its batches, from the genesis to the head its manifest states --------------
const refusePack = (text) => {
  throw new Refusal('proof.pack-broken', `${text}; jalankan verify-audit-pack.mjs pada paket ini`);
};

function rowsOf(folder, name) {
  const [cells, rows] = [[], []];
  const cell = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\n)/y;
  const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(folder, name)));
  for (let match = cell.exec(text); match !== null; match = cell.exec(text)) {
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2]);
    if (match[3] === '\n') rows.push(cells.splice(0));
    if (cell.lastIndex === text.length) {
      const [columns = [], ...content] = rows;
      if (content.some((row) => row.length !== columns.length)) break;
      return content.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])));
    }
  }
  return refusePack(`${name} tidak terbaca`);
}

function integerBytes(width, text) {
  const value = /^(0|-?[1-9]\d*)$/.test(text ?? '') ? BigInt(text) : undefined;
  if (value === undefined || BigInt.asIntN(width * 8, value) !== value)
    refusePack(`"${text}" bukan bilangan`);
  return Buffer.from(
    BigInt.asUintN(width * 8, value)
      .toString(16)
      .padStart(width * 2, '0'),
    'hex',
  );
}
const hashBytes = (text) =>
  /^[0-9a-f]{64}$/.test(text ?? '') ? Buffer.from(text, 'hex') : refusePack(`"${text}" bukan sidik jari`);

function packHash(row, balance) {
  const days = String((Date.parse(row.effective_on) - DAY_ZERO) / 86_400_000);
  return sha256(
    Buffer.of(3, 1),
    hashBytes(row.previous_hash),
    integerBytes(8, row.position),
    integerBytes(8, row.batch),
    integerBytes(2, row.kind),
    integerBytes(4, days),
    row.period,
    sha256(row.idempotency_key),
    hashBytes(row.request_hash),
    integerBytes(8, row.recorded_at_microseconds),
    sha256(row.actor),
    integerBytes(4, row.entry_count),
    integerBytes(8, row.debit_total),
    sha256(Buffer.concat(balance)),
    hashBytes(row.root),
  ).toString('hex');
}

/** The hash at each position, computed from the headers and trial balances of the pack. */
function chainOf(folder) {
  const { format, version, head } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) ?? {};
  const isKnown = format === 'honor-kader-audit-pack' && [1, 2].includes(version);
  if (!isKnown) throw new Error('manifest.json bukan dari paket versi 1 atau 2.');
  const names = new Map(
    rowsOf(folder, 'accounts.csv').map(({ account, type, code }) => [account, `${type}:${code}`]),
  );
  const balances = new Map();
  for (const { batch, account, debit, credit } of rowsOf(folder, 'batch-totals.csv')) {
    if (!names.has(account)) refusePack(`akun ${account} tidak terdaftar`);
    const row = [
      integerBytes(4, account),
      sha256(names.get(account)),
      integerBytes(8, debit),
      integerBytes(8, credit),
    ];
    balances.set(batch, [...(balances.get(batch) ?? []), ...row]);
  }
  const chain = [sha256('honor-kader ledger genesis v1').toString('hex')];
  for (const row of rowsOf(folder, 'batches.csv')) {
    const follows = row.position === String(chain.length) && row.previous_hash === chain.at(-1);
    const isRight = follows && packHash(row, balances.get(row.batch) ?? []) === row.hash;
    if (!isRight) refusePack(`batch ${row.batch} tidak menyambung atau tidak sesuai sidik jarinya`);
    chain.push(row.hash);
  }
  const isHead = head?.position === String(chain.length - 1) && head.hash === chain.at(-1);
  return isHead ? chain : refusePack('ujung rantai dalam manifest bukan batch terakhir');
}

/** The verdict; throws a refusal when it is not proven. */
function judge(places, anchor, folder) {
  const [batch] = places;
  const made = `bukti ini menghasilkan ${batch.hash} (posisi ${batch.position})`;
  if (folder === undefined) {
    const isThere = places.some(({ hash }) => hash === anchor);
    demand(isThere, 'proof.anchor-differs', `${made}, bukan sidik jari yang Anda berikan`);
    return 'TERBUKTI: ada dalam buku dengan sidik jari yang Anda berikan.';
  }
  const chain = chainOf(folder);
  const isThere = batch.position < BigInt(chain.length) && chain[Number(batch.position)] === batch.hash;
  demand(isThere, 'proof.anchor-differs', `${made}, yang tidak ada dalam paket`);
  const head = `posisi ${chain.length - 1}: ${chain.at(-1)}`;
  if (anchor === undefined)
    return `TERBUKTI ada dalam paket ini. Paketnya sendiri belum dibandingkan; ujungnya ${head}`;
  const place = chain.indexOf(anchor);
  demand(
    place >= 0,
    'proof.pack-not-anchored',
    'jangkar tidak ada dalam rantai paket: paket ini bukan buku itu',
  );
  demand(
    BigInt(place) >= batch.position,
    'proof.after-anchor',
    `batch ini baru ada sesudah jangkar posisi ${place}`,
  );
  return `TERBUKTI: ada dalam buku dengan jangkar yang Anda berikan (posisi ${place}), menurut paket ini.`;
}

function readArguments() {
  const options = { anchor: { type: 'string' }, pack: { type: 'string' } };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const anchor = values.anchor?.toLowerCase();
  if (positionals.length !== 1) throw new Error('Berikan satu bukti.');
  if (anchor !== undefined && !/^[0-9a-f]{64}$/.test(anchor))
    throw new Error('--anchor harus 64 angka dan huruf a-f.');
  if (anchor === undefined && values.pack === undefined)
    throw new Error('Berikan --anchor HASH atau --pack FOLDER.');
  const [source] = positionals;
  const text = source.startsWith('HKP:') ? source : readFileSync(source, 'utf8');
  return { text, anchor, folder: values.pack };
}

function main() {
  let proof;
  const { text, anchor, folder } = readArguments();
  try {
    proof = readProof(bytesOfText(text));
    console.log([judge(proof.places, anchor, folder), ...describe(proof)].join('\n'));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const claims = proof === undefined ? [] : ['Yang disebutnya, dan tidak terbukti:', ...describe(proof)];
    console.error([`BELUM TERBUKTI. ${error.message}`, ...claims].join('\n'));
    process.exitCode = 1;
  }
}

try {
  main();
} catch (error) {
  console.error(`${error.message}\nPemakaian: node check-proof.mjs BUKTI [--anchor HASH] [--pack FOLDER]`);
  process.exitCode = 2;
}
