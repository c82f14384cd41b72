// Checks an audit pack of the Honor Kader ledger from its files alone: plain Node from 20.11, nothing to install,
// no database, no line of code shared with the program that wrote the pack. Layout: src/core/ledger/README.md.
//
//   node verify-audit-pack.mjs [FOLDER] [--anchor HASH] [--roots]
//
// FOLDER is the pack; left out: where this file lies. HASH is a head hash kept elsewhere: only with it can one
// tell that the end of the books was cut off, or everything written anew. --roots prints the root that was
// computed for each batch, to be compared with that of another verifier. Ends with 0: all holds; 1: problems,
// on stderr; 2: nothing was checked. Kept in memory are a number a batch and the names of the accounts.
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const columnsOf = {
  'accounts.csv': 'account type code',
  'batches.csv': `position batch kind effective_on period idempotency_key request_hash
    recorded_at_microseconds actor entry_count debit_total root previous_hash hash`,
  'entries.csv': `batch sequence kind party region_digits reversed_batch reversed_sequence
    accounts amounts memo hash`,
  'batch-totals.csv': 'batch account debit credit',
  'closings.csv': 'batch reason requested_by balance_hash',
};

// ---- Bytes: integers are big-endian and of fixed width; texts are hashed first -----------------------------
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const sha256Hex = (...parts) => sha256(...parts).toString('hex');

function demand(isRight, text, kind) {
  if (!isRight) throw new RangeError(`"${text}" is not ${kind}`);
  return text;
}
const whole = (text) => BigInt(demand(/^(0|-?[1-9]\d*)$/.test(text), text, 'a whole number'));
const hash = (text) => Buffer.from(demand(/^[0-9a-f]{64}$/.test(text), text, 'a hash'), 'hex');
const month = (text) => demand(/^\d{4}-\d\d$/.test(text), text, 'a month');
const integer = (bytes) => (text) => {
  const value = BigInt.asUintN(bytes * 8, whole(text));
  demand(String(BigInt.asIntN(bytes * 8, value)) === text, text, `a number of ${bytes} bytes`);
  return Buffer.from(value.toString(16).padStart(bytes * 2, '0'), 'hex');
};
const [int2, int4, int8] = [integer(2), integer(4), integer(8)];
const day = (text) => {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN;
  demand(!Number.isNaN(time) && new Date(time).toISOString().startsWith(text), text, 'a day');
  return int4(String((time - Date.UTC(2000, 0, 1)) / 86_400_000));
};

function leafOf(entry, accounts, amounts) {
  const place = [int8(entry.batch), int4(entry.sequence), int2(entry.kind)];
  const about = [int8(entry.party), int8(entry.region_digits)];
  const reversed = [int8(entry.reversed_batch || '0'), int4(entry.reversed_sequence || '0')];
  const lines = accounts.flatMap((account, index) => [int4(account), int8(amounts[index])]);
  const content = [sha256(entry.memo), int2(String(accounts.length)), ...lines];
  return sha256(Buffer.of(0, 1), ...place, ...about, ...reversed, ...content);
}

/** Debits and credits by account, each account with its name. */
function balanceHashOf(totals, names) {
  const rows = sorted(totals).flatMap(([account, [debit, credit]]) => {
    demand(names.has(account), account, 'an account in accounts.csv');
    return [int4(account), sha256(names.get(account)), int8(String(debit)), int8(String(credit))];
  });
  return sha256(Buffer.concat(rows));
}
const sorted = (totals) => [...totals].sort(([one], [other]) => Number(one) - Number(other));

/** The root of a batch without entries: what it closes or reopens. */
function closingRootOf(batch, { reason, requested_by, balance_hash }) {
  const what = [int2(batch.kind), month(batch.period)];
  return sha256(Buffer.of(4, 1), ...what, sha256(reason), sha256(requested_by), hash(balance_hash));
}

function batchHashOf(batch, count, debits, balance, root) {
  const place = [hash(batch.previous_hash), int8(batch.position), int8(batch.batch), int2(batch.kind)];
  const days = [day(batch.effective_on), month(batch.period)];
  const request = [sha256(batch.idempotency_key), hash(batch.request_hash)];
  const record = [int8(batch.recorded_at_microseconds), sha256(batch.actor)];
  const content = [int4(String(count)), int8(String(debits)), balance, root];
  return sha256Hex(Buffer.of(3, 1), ...place, ...days, ...request, ...record, ...content);
}

/** A Merkle tree of 16 children a node, of which only the open node of each level is kept. */
function merkleTree() {
  const [open, counts] = [[], []];
  const close = (level) => add(sha256(Buffer.of(1, 1), ...open[level].splice(0)), level + 1);
  function add(node, level = 0) {
    counts[level] = (counts[level] ?? 0) + 1;
    open[level] = [...(open[level] ?? []), node];
    if (open[level].length === 16) close(level);
  }
  function root() {
    for (let level = 0; level < open.length; level += 1) {
      if (counts[level] === 1) return open[level][0];
      if (open[level].length > 0) close(level);
    }
    return Buffer.of();
  }
  return { add, root };
}

// ---- Files -------------------------------------------------------------------------------------------------
const found = {};

/** The rows of a CSV file (RFC 4180, ended by LF) as objects; what was read is counted and hashed. */
async function* rowsOf(folder, name) {
  const [digest, utf8] = [createHash('sha256'), new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })];
  const cell = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\n)/y;
  const columns = columnsOf[name].split(/\s+/);
  let [text, start, rows] = ['', 0, -1];
  for await (const chunk of createReadStream(join(folder, name))) {
    digest.update(chunk);
    text = text.slice(start) + utf8.decode(chunk, { stream: true });
    let cells = [];
    cell.lastIndex = start = 0;
    for (let match = cell.exec(text); match !== null; match = cell.exec(text)) {
      cells.push(match[1]?.replaceAll('""', '"') ?? match[2]);
      if (match[3] === ',') continue;
      rows += 1;
      const isRight = rows === 0 ? cells.join() === columns.join() : cells.length === columns.length;
      if (!isRight) throw new Error(`${name} row ${rows}: not the columns ${columns.join()}`);
      const row = Object.fromEntries(columns.map((column, index) => [column, cells[index]]));
      [cells, start] = [[], cell.lastIndex];
      if (rows > 0) yield row;
      cell.lastIndex = start;
    }
    if (text.length - start > 1_000_000) break; // No row is that long: a quotation mark is open.
  }
  if (rows < 0 || text.length > start) throw new Error(`${name} after row ${rows}: cannot be read`);
  found[name] = { rows, sha256: digest.digest('hex') };
}

/** Gives each batch its rows in turn; rows of no batch, or of one that is past, are problems. */
function partByBatch(rows, ranks, what, report) {
  let next;
  return async function* rowsOfBatch(rank) {
    for (next ??= await rows.next(); !next.done; next = await rows.next()) {
      const own = ranks.get(next.value.batch) ?? -1;
      if (own > rank) return;
      if (own === rank) yield next.value;
      else report(`batch ${next.value.batch}: ${what} of a batch that is not there, or in the wrong place`);
    }
  };
}

// ---- Checks ------------------------------------------------------------------------------------------------
/** Adds an entry to its batch and gives what is wrong with it. */
function takeEntry(entry, tree, totals) {
  const [accounts, amounts] = [entry.accounts.split(' '), entry.amounts.split(' ').map(whole)];
  if (accounts.length !== amounts.length) return 'not as many accounts as amounts';
  const leaf = leafOf(entry, accounts, amounts.map(String));
  tree.add(leaf);
  accounts.forEach((account, index) => {
    const [debit, credit] = totals.get(account) ?? [0n, 0n];
    const amount = amounts[index];
    totals.set(account, amount > 0n ? [debit + amount, credit] : [debit, credit - amount]);
  });
  if (amounts.reduce((sum, amount) => sum + amount) !== 0n) return 'debits and credits differ';
  return leaf.toString('hex') === entry.hash ? undefined : 'content does not give its hash';
}

const monthAfter = (period, months = 1) => {
  const [year, month] = [Number(period.slice(0, 4)), Number(period.slice(5))];
  return new Date(Date.UTC(year, month - 1 + months)).toISOString().slice(0, 7);
};

/** Follows the months that close and the balances of all accounts along the chain. */
function periodKeeper(names) {
  const balances = new Map();
  let closed = '';
  function posting(batch, totals) {
    for (const [account, [debit, credit]] of totals) {
      const [debits, credits] = balances.get(account) ?? [0n, 0n];
      balances.set(account, [debits + debit, credits + credit]);
    }
    const due = [batch.effective_on.slice(0, 7), closed && monthAfter(closed)].sort()[1];
    if (batch.period !== due) return `is reported in ${batch.period}, not in ${due}`;
  }
  function closing(batch, stated) {
    const isReopening = batch.kind === '8';
    const next = isReopening || closed === '' ? closed : monthAfter(closed);
    const isNext = batch.period === next || (next === '' && !isReopening);
    closed = isReopening ? monthAfter(batch.period, -1) : batch.period;
    if (!isNext) return 'closes or reopens a month that is not next';
    if (stated === undefined) return 'closes or reopens without a row in closings.csv';
    if (stated.balance_hash !== balanceHashOf(balances, names).toString('hex')) return 'balances differ';
    const isOwn = stated.requested_by.toLowerCase() === batch.actor.toLowerCase();
    if (isReopening === isOwn) return 'was not asked for by whom it must be';
  }
  return (batch, totals, stated) => (isClosing(batch) ? closing(batch, stated) : posting(batch, totals));
}
const isClosing = ({ kind }) => kind === '7' || kind === '8';

async function checkBatch(batch, last, known, entries, storedTotals, report) {
  const { names, stated, checkPeriod, wantsRoots } = known;
  const [tree, totals, stored] = [merkleTree(), new Map(), []];
  let [count, next] = [0, 1];
  for await (const entry of entries) {
    const problem = await attempt(() => takeEntry(entry, tree, totals));
    if (problem !== undefined) report(`entry ${entry.sequence}: ${problem}`);
    if (entry.sequence !== String(next)) report(`entry ${entry.sequence}: ${next} was to come`);
    [count, next] = [count + 1, Number(entry.sequence) + 1];
  }
  for await (const { account, debit, credit } of storedTotals) stored.push([account, debit, credit]);
  const computed = sorted(totals);
  if (computed.join() !== stored.join()) report('trial balance is not that of its entries');
  if (batch.position === '') return report('is not sealed');
  const debits = computed.reduce((sum, [, [debit]]) => sum + debit, 0n);
  const outOfPeriod = checkPeriod(batch, totals, stated);
  if (outOfPeriod !== undefined) report(outOfPeriod);
  const root = isClosing(batch) && stated ? closingRootOf(batch, stated) : tree.root();
  if (wantsRoots) console.log(`${batch.batch} ${root.toString('hex')}`);
  const expected = {
    position: Number(last.position) + 1,
    previous_hash: last.hash,
    entry_count: count,
    debit_total: debits,
    root: root.toString('hex'),
    hash: batchHashOf(batch, count, debits, balanceHashOf(totals, names), root),
  };
  for (const [claim, value] of Object.entries(expected))
    if (batch[claim] !== String(value)) report(`${claim} is ${batch[claim]}, but ${value} was to come`);
}

async function attempt(check) {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return `cannot be read: ${error.message}`;
  }
}

async function checkPack(folder, { head, files = {} }, { anchor, wantsRoots }, report) {
  const [names, ranks, closings] = [new Map(), new Map(), new Map()];
  for await (const { account, type, code } of rowsOf(folder, 'accounts.csv')) {
    if (names.has(account)) report(`account ${account} is listed twice`);
    names.set(account, `${type}:${code}`);
  }
  for await (const { batch } of rowsOf(folder, 'batches.csv')) {
    if (ranks.has(batch)) report(`batch ${batch}: is listed twice`);
    else ranks.set(batch, ranks.size);
  }
  for await (const closing of rowsOf(folder, 'closings.csv')) {
    if (!ranks.has(closing.batch)) report(`batch ${closing.batch}: closing of a batch that is not there`);
    closings.set(closing.batch, closing);
  }
  const checkPeriod = periodKeeper(names);
  const entriesOf = partByBatch(rowsOf(folder, 'entries.csv'), ranks, 'entry', report);
  const totalsOf = partByBatch(rowsOf(folder, 'batch-totals.csv'), ranks, 'total', report);
  let last = { position: '0', hash: sha256Hex('honor-kader ledger genesis v1') };
  let isAnchored = anchor === undefined || anchor === last.hash;
  for await (const batch of rowsOf(folder, 'batches.csv')) {
    const rank = ranks.get(batch.batch);
    const reportHere = (problem) => report(`batch ${batch.batch}: ${problem}`);
    const stated = closings.get(batch.batch);
    if (stated && !isClosing(batch)) reportHere('states a closing, but is none');
    const known = { names, stated, checkPeriod, wantsRoots };
    const check = () => checkBatch(batch, last, known, entriesOf(rank), totalsOf(rank), reportHere);
    const problem = await attempt(check);
    if (problem !== undefined) reportHere(problem);
    if (batch.position === '') continue;
    last = batch;
    isAnchored ||= batch.hash === anchor;
  }
  for (const restOf of [entriesOf, totalsOf]) await restOf(ranks.size).next(); // Reports what is left over.
  if (head?.position !== last.position || head.hash !== last.hash)
    report(`the head states position ${head?.position}, the last batch has ${last.position}`);
  for (const name of new Set([...Object.keys(columnsOf), ...Object.keys(files)])) {
    const { rows, sha256: digest } = found[name] ?? { sha256: sha256Hex(readFileSync(join(folder, name))) };
    if (files[name]?.sha256 !== digest) report(`${name} is not the file that the manifest states`);
    if (files[name]?.rows !== rows) report(`${name}: ${files[name]?.rows} rows stated, ${rows} found`);
  }
  if (!isAnchored) report(`anchor ${anchor} is not in the chain: it was cut off or written anew`);
  return `The books hold up to position ${last.position}, head ${last.hash}`;
}

let [folder, anchor, wantsRoots, manifest] = [];
try {
  const options = { anchor: { type: 'string' }, roots: { type: 'boolean' } };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  [anchor, wantsRoots] = [values.anchor?.toLowerCase(), values.roots];
  if (anchor !== undefined) hash(anchor);
  if (positionals.length > 1) throw new Error('more than one folder');
  folder = positionals[0] ?? import.meta.dirname;
  manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const isKnown = manifest?.format === 'honor-kader-audit-pack' && manifest.version === 2;
  if (!isKnown) throw new Error('manifest.json is of another format or version');
} catch (error) {
  console.error(`${error.message}\nUsage: node verify-audit-pack.mjs [FOLDER] [--anchor HASH] [--roots]`);
  process.exit(2);
}

let problems = 0;
const report = (problem) => {
  problems += 1;
  if (problems <= 20) console.error(problem);
};
const wish = { anchor, wantsRoots };
const verdict = await checkPack(folder, manifest, wish, report).catch((error) => report(error.message));
if (problems > 20) console.error(`and ${problems - 20} more`);
if (problems === 0) console.log(verdict);
process.exitCode = problems > 0 ? 1 : 0;
