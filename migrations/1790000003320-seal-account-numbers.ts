import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openColumn, sealColumn, type SealedColumn } from './seal-column.js';

/**
 * Account numbers are sealed, and found and compared by a digest: one purpose for kader and heirs, whose accounts are
 * compared with each other. No hash that was released is made of an account number: a submitted request is hashed by
 * who is paid how much (`request_content_sha256`), an entry of the ledger by the number of its kader.
 */
export class SealAccountNumbers1790000003320 implements MigrationInterface {
  name = 'SealAccountNumbers1790000003320';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(addSealed(table));
      await sealColumn(runner, columnOf(table));
    }
    await runner.query(`drop view current_heir`);
    for (const table of TABLES) await runner.query(closed(table));
    await runner.query(
      `${uniqueBy('account_number_digest')} ${guards('account_number', 'account_number_digest')} ${CURRENT_HEIR}`,
    );
    for (const table of TABLES) await runner.query(rewritten(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`alter table ${table} add column account_number text`);
      await openColumn(runner, columnOf(table));
    }
    await runner.query(`drop view current_heir`);
    await runner.query(uniqueBy('account_number'));
    for (const table of TABLES) {
      await runner.query(`
        alter table ${table} alter column account_number set not null,
          add constraint ${table}_account_number_check check (account_number ~ '^\\d{5,20}$'),
          drop column account_number_sealed, drop column account_number_digest;`);
    }
    await runner.query(`${guards('account_number_digest', 'account_number')} ${CURRENT_HEIR}`);
  }
}

const TABLES = ['bank_account', 'heir'] as const;

type Table = (typeof TABLES)[number];

function columnOf(table: Table): SealedColumn {
  return {
    ...{ table, open: 'account_number', sealed: 'account_number_sealed', purpose: `${table}.account_number` },
    digest: { column: 'account_number_digest', purpose: 'bank_account.account_number' },
  };
}

function addSealed(table: Table): string {
  return `alter table ${table} add column account_number_sealed bytea,
    add column account_number_digest bytea check (octet_length(account_number_digest) = 32);`;
}

/** What hangs on the open number goes with it: its check, the constraint of exclusion, an index. */
function closed(table: Table): string {
  return `alter table ${table} alter column account_number_sealed set not null,
    alter column account_number_digest set not null, drop column account_number;`;
}

/** A dropped column stays in the rows on disk: written anew, they hold no open number. */
function rewritten(table: Table): string {
  return `cluster ${table} using ${table}_pkey; alter table ${table} set without cluster;`;
}

function uniqueBy(number: string): string {
  return `
    alter table bank_account drop constraint if exists bank_account_of_one_kader;
    drop index if exists bank_account_of_heir_by_number;
    create index bank_account_of_heir_by_number on bank_account (bank_code, ${number}) where heir_id is not null;
    alter table bank_account add constraint bank_account_of_one_kader exclude using gist
      (bank_code with =, ${number} with =, (kader_id + 0) with <>) where (superseded_at is null and heir_id is null);`;
}

/**
 * The guards compare the digest in place of the number. With it the number is fixed, and the program opens none that
 * does not fit it: a number may be sealed anew.
 */
function guards(from: string, to: string): string {
  return `
    do $$ declare guard text; begin
      foreach guard in array '{guard_bank_account,guard_heir,guard_heir_account}'::text[] loop
        execute replace(pg_get_functiondef(guard::regproc), '${from}', '${to}');
      end loop;
    end $$;`;
}

const CURRENT_HEIR = `
  create view current_heir with (security_invoker = true) as
    select distinct on (heir.kader_id) heir.*, confirmed_by, confirmed_at,
           confirmed_by is not null and heir.died_on is not distinct from kader.deceased_on as in_force
    from heir join kader on kader.id = heir.kader_id left join heir_confirmation on heir_id = heir.id
    order by heir.kader_id, heir.id desc;
  grant select on current_heir to honor_app, honor_reader;`;
