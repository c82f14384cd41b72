import type { Attack } from './ledger-attacks.js';

/**
 * What somebody with the right to everything could do to the audit trail. The trail of the attacks, by position: 1 the
 * key, 2 users, 3 a region, 4 a region, 5 the first region with another name, 6 both regions in one act.
 */
const act = (position: number) => `(select id from audit.act where position = ${String(position)})`;
const change = (position: number) => `(select min(id) from audit.change where act_id = ${act(position)})`;

const headers: readonly Attack[] = [
  {
    what: 'who acted',
    statements: [`update audit.act set actor = 'budi' where position = 5`],
    named: ['act-differs 5'],
  },
  {
    what: 'that it was done by hand',
    statements: [`update audit.act set actor_kind = 'system' where position = 5`],
    named: ['act-differs 5'],
  },
  {
    what: 'when',
    statements: [`update audit.act set at = at + interval '1 microsecond' where position = 5`],
    named: ['act-differs 5'],
  },
  {
    what: 'a moment that is none',
    statements: [`update audit.act set at = 'infinity' where position = 5`],
    named: ['act-differs 5'],
  },
  {
    what: 'from where',
    statements: [`update audit.act set address = '10.0.0.1' where position = 5`],
    named: ['act-differs 5'],
  },
  {
    what: 'with what',
    statements: [`update audit.act set agent = 'lain' where position = 5`],
    named: ['act-differs 5'],
  },
  {
    what: 'the login',
    statements: [`update audit.act set login = 'honor_app' where position = 5`],
    named: ['act-differs 5'],
  },
  {
    what: 'for which operation',
    statements: [`update audit.act set operation = 'region.import' where position = 5`],
    named: ['act-differs 5'],
  },
  {
    what: 'why',
    statements: [`update audit.act set reason = 'lain' where position = 5`],
    named: ['act-differs 5'],
  },
  {
    what: 'the places of two acts exchanged',
    statements: [
      'update audit.act set position = -position where position in (4, 5)',
      'update audit.act set position = 9 + position where position in (-4, -5)',
    ],
    named: ['chain-broken 4', 'act-differs 4', 'chain-broken 5', 'act-differs 5', 'chain-broken 6'],
  },
  {
    what: 'an act deleted from the middle',
    statements: [
      `delete from audit.changed_row where change_id = ${change(4)}`,
      `delete from audit.change where act_id = ${act(4)}`,
      'delete from audit.act where position = 4',
    ],
    named: ['chain-broken 5'],
  },
  {
    what: 'an act deleted without what it changed',
    statements: ['delete from audit.act where position = 4'],
    named: ['chain-broken 5', 'change-without-act'],
  },
  {
    what: 'an act unsealed',
    statements: [
      `update audit.act set position = null, previous_hash = null, hash = null, change_count = null, changes_hash = null where position = 6`,
    ],
    named: ['head-differs 5', 'act-unsealed'],
  },
  {
    what: 'an act put in without a seal',
    statements: [
      'alter table audit.act disable trigger act_sealed_at_commit',
      `insert into audit.act (at, actor_kind, actor, login, address, agent, operation, reason)
       values (now(), 'person', 'ani', 'honor_app', '', '', '', '')`,
      'alter table audit.act enable always trigger act_sealed_at_commit',
    ],
    named: ['act-unsealed'],
  },
];

const contents: readonly Attack[] = [
  {
    what: 'what a row was',
    statements: [
      `update audit.changed_row set content = replace(content, 'Koto', 'Kota') where change_id = ${change(5)}`,
    ],
    named: ['content-differs region:13'],
  },
  {
    what: 'the salt of a row',
    statements: [`update audit.changed_row set salt = gen_random_uuid() where change_id = ${change(5)}`],
    named: ['content-differs region:13'],
  },
  {
    what: 'what a row was, with a hash that fits',
    statements: [
      `update audit.changed_row set content = replace(content, 'Koto', 'Kota') where change_id = ${change(5)}`,
      `update audit.changed_row set content_hash = sha256(uuid_send(salt) || convert_to(content, 'UTF8')) where change_id = ${change(5)}`,
    ],
    named: ['rows-differ 5'],
  },
  {
    what: 'which row it was',
    statements: [`update audit.changed_row set object = 'region:14' where change_id = ${change(5)}`],
    named: ['rows-differ 5'],
  },
  {
    what: 'whom it is about',
    statements: [`update audit.changed_row set kader_id = 7 where change_id = ${change(5)}`],
    named: ['rows-differ 5'],
  },
  {
    what: 'a row deleted',
    statements: [`delete from audit.changed_row where change_id = ${change(6)} and number = 2`],
    named: ['rows-differ 6'],
  },
  {
    what: 'two rows exchanged',
    statements: [
      `update audit.changed_row set number = -number where change_id = ${change(6)}`,
      `update audit.changed_row set number = 3 + number where change_id = ${change(6)}`,
    ],
    named: ['rows-differ 6'],
  },
  {
    what: 'a row added',
    statements: [
      `insert into audit.changed_row select change_id, 3, object, kader_id, salt, content, content_hash
       from audit.changed_row where change_id = ${change(6)} and number = 1`,
    ],
    named: ['rows-differ 6'],
  },
  {
    what: 'a row of no change',
    statements: [
      `insert into audit.changed_row select 77777, 1, object, kader_id, salt, content, content_hash
       from audit.changed_row where change_id = ${change(5)}`,
    ],
    named: ['row-without-change'],
  },
  {
    what: 'a content forgotten that nobody said was forgotten',
    statements: [`update audit.changed_row set content = null, salt = null where change_id = ${change(5)}`],
    named: ['content-missing'],
  },
  {
    what: 'the table of a change',
    statements: [`update audit.change set table_name = 'posyandu' where id = ${change(5)}`],
    named: ['changes-differ 5'],
  },
  {
    what: 'an update that is said to be an insert',
    statements: [`update audit.change set action = 'insert' where id = ${change(5)}`],
    named: ['changes-differ 5'],
  },
  {
    what: 'a count',
    statements: [`update audit.change set row_count = 2 where id = ${change(5)}`],
    named: ['changes-differ 5', 'rows-differ 5'],
  },
  {
    what: 'rows that are said to be only counted',
    statements: [`update audit.change set is_counted = true where id = ${change(5)}`],
    named: ['changes-differ 5', 'rows-differ 5'],
  },
  {
    what: 'a change deleted',
    statements: [
      `delete from audit.changed_row where change_id = ${change(5)}`,
      `delete from audit.change where id = ${change(5)}`,
    ],
    named: ['changes-differ 5'],
  },
  {
    what: 'a change moved to another act',
    statements: [`update audit.change set act_id = ${act(4)} where id = ${change(5)}`],
    named: ['changes-differ 4', 'changes-differ 5'],
  },
];

/** Deletes everything after this position and puts the head back: what restoring an older dump does too. */
const backTo = (position: number) => [
  `delete from audit.act where position > ${String(position)}`,
  `delete from audit.change where act_id not in (select id from audit.act)`,
  `delete from audit.changed_row where change_id not in (select id from audit.change)`,
  `update audit.chain_head set (position, hash) = (select position, hash from audit.act where position = ${String(position)})`,
];

const wholesale: readonly Attack[] = [
  {
    what: 'the place of the head',
    statements: ['update audit.chain_head set position = 3'],
    named: ['head-differs 6'],
  },
  {
    what: 'the hash of the head',
    statements: [`update audit.chain_head set hash = sha256('x')`],
    named: ['head-differs 6'],
  },
  { what: 'the head deleted', statements: ['delete from audit.chain_head'], named: ['head-differs 6'] },
  { what: 'the tail cut off', statements: backTo(5), named: ['anchor-not-found'], needsAnchor: true },
  { what: 'an older dump restored', statements: backTo(2), named: ['anchor-not-found'], needsAnchor: true },
  {
    what: 'the last act written anew by another hand, and sealed as the database would',
    statements: [
      `update audit.chain_head set (position, hash) = (select position - 1, previous_hash from audit.act where position = 6)`,
      `create table forged as select at, 'person' as kind, 'ani' as actor, id from audit.act where position = 6`,
      `update audit.change set act_id = act_id + 1000 where act_id = ${act(6)}`,
      `delete from audit.act where position = 6`,
      `insert into audit.act (id, at, actor_kind, actor, login, address, agent, operation, reason)
         overriding system value select id + 1000, at, kind, actor, 'honor_app', '', '', '', '' from forged`,
      `drop table forged`,
    ],
    named: ['anchor-not-found'],
    needsAnchor: true,
  },
];

export const auditAttacks: readonly Attack[] = [...headers, ...contents, ...wholesale];
