/**
 * What somebody with the right to everything could do to the books. The books of the attacks: 1 honor of July,
 * 2 its payment, 3 one payment returned, 4 July closed, 5 honor of August, 6 August closed, 7 August reopened.
 */
export interface Attack {
  readonly what: string;
  readonly statements: readonly string[];
  /** What `ledger verify` names: code and batch, or the last position. */
  readonly named: readonly string[];
  /** True when only a hash kept elsewhere tells. */
  readonly needsAnchor?: true;
}

const changed = (batch: number) => [`root-differs ${String(batch)}`, `header-differs ${String(batch)}`];
const recounted = (batch: number) => [
  `count-differs ${String(batch)}`,
  `root-differs ${String(batch)}`,
  `trial-balance-differs ${String(batch)}`,
  `header-differs ${String(batch)}`,
];
const copyOfEntry = (batch: number, sequence: number) =>
  `insert into ledger.entry (batch_id, sequence, kind, party_id, region_digits, accounts, amounts, memo)
   select ${String(batch)}, ${String(sequence)}, kind, party_id, region_digits, accounts, amounts, memo
   from ledger.entry where batch_id = 1 and sequence = 1`;

const entries: readonly Attack[] = [
  {
    what: 'an amount',
    statements: [
      `update ledger.entry set accounts = accounts[1:2], amounts = '{1,-1}' where batch_id = 2 and sequence = 1`,
    ],
    named: ['root-differs 2', 'trial-balance-differs 2', 'header-differs 2', 'reversal-differs 3'],
  },
  {
    what: 'amounts moved from one kader to another, so that the totals stay',
    statements: [
      `update ledger.entry set amounts[1] = amounts[1] + (3 - 2 * sequence),
         amounts[cardinality(amounts)] = amounts[cardinality(amounts)] - (3 - 2 * sequence) where batch_id = 2`,
    ],
    named: [...changed(2), 'reversal-differs 3'],
  },
  {
    what: 'a party',
    statements: ['update ledger.entry set party_id = 99 where batch_id = 1 and sequence = 1'],
    named: changed(1),
  },
  {
    what: 'a nagari',
    statements: ['update ledger.entry set region_digits = 1310042009 where batch_id = 1 and sequence = 1'],
    named: changed(1),
  },
  {
    what: 'a memo',
    statements: [`update ledger.entry set memo = 'lain' where batch_id = 1 and sequence = 1`],
    named: changed(1),
  },
  {
    what: 'the kind of an entry',
    statements: ['update ledger.entry set kind = 4 where batch_id = 2 and sequence = 1'],
    named: changed(2),
  },
  {
    what: 'an account of an entry',
    statements: [
      `update ledger.entry set accounts[1] = (select id from ledger.account where type = 'X' limit 1) where batch_id = 2 and sequence = 1`,
    ],
    named: ['root-differs 2', 'trial-balance-differs 2', 'header-differs 2', 'reversal-differs 3'],
  },
  {
    what: 'a return that undoes the payment of another kader',
    statements: ['update ledger.entry set reverses_sequence = 3 - reverses_sequence where batch_id = 3'],
    named: [...changed(3), 'reversal-differs 3'],
  },
  {
    what: 'a return that undoes nothing any more',
    statements: [
      'update ledger.entry set reverses_batch_id = null, reverses_sequence = null where batch_id = 3',
    ],
    named: changed(3),
  },
  {
    what: 'the order of two entries',
    statements: [
      'update ledger.entry set sequence = sequence + 10 where batch_id = 1',
      'update ledger.entry set sequence = 13 - sequence where batch_id = 1',
    ],
    named: changed(1),
  },
  {
    what: 'an entry deleted',
    statements: ['delete from ledger.entry where batch_id = 1 and sequence = 2'],
    named: recounted(1),
  },
  { what: 'an entry added', statements: [copyOfEntry(1, 3)], named: recounted(1) },
  {
    what: 'an entry added to a closing',
    statements: [copyOfEntry(4, 1)],
    named: ['count-differs 4', 'trial-balance-differs 4', 'header-differs 4'],
  },
  {
    what: 'entries moved to a batch that is not there',
    statements: ['update ledger.entry set batch_id = 77 where batch_id = 5'],
    named: [...recounted(5), 'entry-without-batch 77'],
  },
];

const headers: readonly Attack[] = [
  {
    what: 'who acted',
    statements: [`update ledger.batch set actor = 'budi' where id = 2`],
    named: ['header-differs 2'],
  },
  {
    what: 'the day it counts on',
    statements: [`update ledger.batch set effective_on = '2026-01-01' where id = 2`],
    named: ['header-differs 2', 'period-wrong 2'],
  },
  {
    what: 'a day that is none',
    statements: [
      'alter table ledger.batch drop constraint if exists batch_day_of_our_time',
      `update ledger.batch set effective_on = 'infinity' where id = 2`,
    ],
    named: ['batch-unreadable 2', 'period-wrong 2'],
  },
  {
    what: 'a day that each machine reads in its own time zone',
    statements: [`update ledger.batch set effective_on = '10000-01-01' where id = 2`],
    named: ['batch-unreadable 2', 'period-wrong 2'],
  },
  {
    what: 'the moment it was recorded',
    statements: [`update ledger.batch set recorded_at = recorded_at + interval '1 microsecond' where id = 2`],
    named: ['header-differs 2'],
  },
  {
    what: 'a moment that is none',
    statements: [`update ledger.batch set recorded_at = '-infinity' where id = 2`],
    named: ['batch-unreadable 2'],
  },
  {
    what: 'the period',
    statements: [`update ledger.batch set period = '2026-12' where id = 2`],
    named: ['header-differs 2', 'period-wrong 2'],
  },
  {
    what: 'a period that was closed by then',
    statements: [`update ledger.batch set effective_on = '2026-07-01', period = '2026-07' where id = 5`],
    named: ['header-differs 5', 'period-wrong 5'],
  },
  {
    what: 'what was asked for',
    statements: [`update ledger.batch set request_hash = sha256('x') where id = 2`],
    named: ['header-differs 2'],
  },
  {
    what: 'under which key',
    statements: [`update ledger.batch set idempotency_key = 'x' where id = 2`],
    named: ['header-differs 2'],
  },
  {
    what: 'the kind of a batch',
    statements: ['update ledger.batch set kind = 4 where id = 2'],
    named: ['header-differs 2'],
  },
  {
    what: 'a total',
    statements: ['update ledger.batch set debit_total = 1 where id = 2'],
    named: ['header-differs 2'],
  },
  {
    what: 'the places of two batches exchanged',
    statements: [
      'update ledger.batch set position = -position where id in (1, 2)',
      'update ledger.batch set position = 3 + position where id in (1, 2)',
    ],
    named: ['header-differs 2', 'chain-broken 2', 'header-differs 1', 'chain-broken 1', 'chain-broken 3'],
  },
  {
    what: 'a batch unsealed',
    statements: ['update ledger.batch set position = null, hash = null where id = 7'],
    named: ['batch-unsealed 7', 'head-differs 6'],
  },
  {
    what: 'a batch deleted from the middle',
    statements: [
      'delete from ledger.batch where id = 2',
      'delete from ledger.entry where batch_id = 2',
      'delete from ledger.batch_account where batch_id = 2',
    ],
    named: [
      'chain-broken 3',
      'closing-balance-differs 4',
      'closing-balance-differs 6',
      'closing-balance-differs 7',
      'reversal-differs 3',
    ],
  },
  {
    what: 'a batch put in without a seal',
    statements: [
      `insert into ledger.batch (id, kind, effective_on, period, idempotency_key, request_hash, recorded_at, actor)
       overriding system value values (99, 2, '2026-10-05', '2026-10', 'x', sha256('x'), now(), 'eka')`,
    ],
    named: ['batch-unsealed 99'],
  },
];

const around: readonly Attack[] = [
  {
    what: 'a trial balance',
    statements: ['update ledger.batch_account set debit = debit + 1 where batch_id = 5 and debit > 0'],
    named: ['trial-balance-differs 5', 'closing-balance-differs 6', 'closing-balance-differs 7'],
  },
  {
    what: 'a trial balance of no batch',
    statements: ['insert into ledger.batch_account values (77, 1, 1000000, 0)'],
    named: ['entry-without-batch 77'],
  },
  {
    what: 'an account code',
    statements: [
      `update ledger.account set code = 'Assets:Cash:Lain' where type = 'A' and code like '%2002'`,
    ],
    named: [
      'header-differs 2',
      'header-differs 3',
      'closing-balance-differs 4',
      'closing-balance-differs 6',
      'closing-balance-differs 7',
    ],
  },
  {
    what: 'the type of an account',
    statements: [`update ledger.account set type = 'E' where type = 'A' and code like '%2002'`],
    named: [
      'header-differs 2',
      'header-differs 3',
      'closing-balance-differs 4',
      'closing-balance-differs 6',
      'closing-balance-differs 7',
    ],
  },
  {
    what: 'an account written twice',
    statements: [
      'alter table ledger.account drop constraint if exists account_pkey cascade',
      'alter table ledger.account drop constraint if exists account_code_key',
      'drop index if exists ledger.account_pkey, ledger.account_code_key',
      `insert into ledger.account (id, code, type) overriding system value
       select id, code, type from ledger.account where type = 'A' and code like '%2002'`,
    ],
    named: ['account-twice 1', 'account-twice Assets:Cash:13-10-04-2002'],
  },
  {
    what: 'another account with the same code',
    statements: [
      'alter table ledger.account drop constraint if exists account_code_key',
      'drop index if exists ledger.account_code_key',
      `insert into ledger.account (id, code, type) overriding system value
       select 999, code, type from ledger.account where type = 'A' and code like '%2002'`,
    ],
    named: ['account-twice Assets:Cash:13-10-04-2002'],
  },
  {
    what: 'why a month was reopened',
    statements: [`update ledger.closing set reason = 'lain' where batch_id = 7`],
    named: ['closing-differs 7'],
  },
  {
    what: 'who asked to reopen it',
    statements: [`update ledger.closing set requested_by = 'ani' where batch_id = 7`],
    named: ['closing-differs 7'],
  },
  {
    what: 'the balances at a closing',
    statements: [`update ledger.closing set balance_hash = sha256('x') where batch_id = 4`],
    named: ['closing-differs 4', 'closing-balance-differs 4'],
  },
  {
    what: 'a closing that states nothing any more',
    statements: ['delete from ledger.closing where batch_id = 4'],
    named: ['closing-differs 4'],
  },
  {
    what: 'a closing stated by a posting',
    statements: [`insert into ledger.closing values (3, '', 'eka', null, sha256('x'))`],
    named: ['closing-differs 3'],
  },
  {
    what: 'a closing of no batch',
    statements: [`insert into ledger.closing values (77, '', 'eka', null, sha256('x'))`],
    named: ['entry-without-batch 77'],
  },
  {
    what: 'the place of the head',
    statements: ['update ledger.chain_head set position = 3'],
    named: ['head-differs 7'],
  },
  {
    what: 'the hash of the head',
    statements: [`update ledger.chain_head set hash = sha256('x')`],
    named: ['head-differs 7'],
  },
  { what: 'the head deleted', statements: ['delete from ledger.chain_head'], named: ['head-differs 7'] },
];

/** Deletes everything from this batch on and puts the head back: what restoring an older dump does too. */
const backTo = (batch: number) => [
  `delete from ledger.closing where batch_id > ${String(batch)}`,
  `delete from ledger.entry where batch_id > ${String(batch)}`,
  `delete from ledger.batch_account where batch_id > ${String(batch)}`,
  `delete from ledger.batch where id > ${String(batch)}`,
  `update ledger.chain_head set (position, hash) = (select position, hash from ledger.batch where id = ${String(batch)})`,
];

/** Seals everything from this batch on anew, as the database itself would have, after the statements. */
const rewrittenFrom = (batch: number, ...statements: readonly string[]) => [
  ...statements,
  `delete from ledger.batch_account where batch_id >= ${String(batch)}`,
  `update ledger.chain_head set (position, hash) = (select position - 1, previous_hash from ledger.batch where id = ${String(batch)})`,
  `update ledger.batch set position = null, previous_hash = null, root = null, hash = null where id >= ${String(batch)}`,
  `do $$ declare next int; begin
     for next in select id from ledger.batch where id >= ${String(batch)} order by id loop
       update ledger.closing set balance_hash = ledger.balance_hash() where batch_id = next;
       perform ledger.seal(next, null);
     end loop;
   end $$`,
];

const wholesale: readonly Attack[] = [
  { what: 'the tail cut off', statements: backTo(6), named: ['anchor-not-found'], needsAnchor: true },
  { what: 'an older dump restored', statements: backTo(3), named: ['anchor-not-found'], needsAnchor: true },
  {
    what: 'the whole chain written anew from a batch on',
    statements: rewrittenFrom(
      2,
      `update ledger.entry set accounts = accounts[1:2], amounts = '{1,-1}' where batch_id = 2 and sequence = 2`,
    ),
    named: ['anchor-not-found'],
    needsAnchor: true,
  },
  {
    what: 'the chain written anew with a payment that is not what its return undoes',
    statements: rewrittenFrom(
      2,
      `update ledger.entry set accounts = accounts[1:2], amounts = '{1,-1}' where batch_id = 2 and sequence = 1`,
    ),
    named: ['reversal-differs 3'],
  },
  {
    what: 'the chain written anew with a return of what another kader was paid',
    statements: rewrittenFrom(
      3,
      'update ledger.entry set reverses_sequence = 3 - reverses_sequence where batch_id = 3',
    ),
    named: ['reversal-differs 3'],
  },
  {
    what: 'the chain written anew with a return of what is paid later',
    statements: rewrittenFrom(3, 'update ledger.entry set reverses_batch_id = 5 where batch_id = 3'),
    named: ['reversal-differs 3'],
  },
  {
    what: 'the chain written anew with a payment returned twice',
    statements: rewrittenFrom(
      3,
      'drop index if exists ledger.entry_reversed_once',
      `insert into ledger.entry (batch_id, sequence, kind, party_id, region_digits, accounts, amounts, reverses_batch_id, reverses_sequence, memo)
       select batch_id, 2, kind, party_id, region_digits, accounts, amounts, reverses_batch_id, reverses_sequence, memo
       from ledger.entry where batch_id = 3`,
    ),
    named: ['reversed-twice 3'],
  },
  {
    what: 'the chain written anew with a posting in a month that nobody looks at',
    statements: rewrittenFrom(5, `update ledger.batch set period = '9999-12' where id = 5`),
    named: ['period-wrong 5'],
  },
  {
    what: 'the last batch written anew by another hand',
    statements: rewrittenFrom(7, `update ledger.batch set actor = 'ani' where id = 7`),
    named: ['anchor-not-found'],
    needsAnchor: true,
  },
  {
    what: 'the chain written anew with a posting into a closed month',
    statements: rewrittenFrom(
      5,
      `update ledger.batch set effective_on = '2026-07-31', period = '2026-07' where id = 5`,
    ),
    named: ['period-wrong 5'],
  },
  {
    what: 'the chain written anew with a reopening by one person',
    statements: rewrittenFrom(
      7,
      `update ledger.closing set requested_by = 'budi' where batch_id = 7`,
      `update ledger.batch set actor = 'budi' where id = 7`,
    ),
    named: ['closing-hands 7'],
  },
  {
    what: 'the chain written anew with a reopening by one person, now in capital letters',
    statements: rewrittenFrom(
      7,
      `update ledger.closing set requested_by = 'Budi' where batch_id = 7`,
      `update ledger.batch set actor = 'budi' where id = 7`,
    ),
    named: ['closing-hands 7'],
  },
];

export const attacks: readonly Attack[] = [...entries, ...headers, ...around, ...wholesale];
