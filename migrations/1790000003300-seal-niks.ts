import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openColumn, sealColumn, type SealedColumn } from './seal-column.js';

/**
 * Identity numbers are sealed: the NIK of kader and heirs, and the participant's number of BPJS. A NIK is found, and
 * compared with another, by its digest; both kinds of people share one purpose of digests, so that the heir who is a
 * kader herself is known again.
 */
export class SealNiks1790000003300 implements MigrationInterface {
  name = 'SealNiks1790000003300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table kader add column nik_sealed bytea, add column nik_digest bytea;
      alter table heir add column nik_sealed bytea, add column nik_digest bytea;
      alter table kader_tax_fact add column value_sealed bytea;
    `);
    for (const column of [KADER, HEIR, PARTICIPANT]) await sealColumn(runner, column);
    await runner.query(sealed);
    await runner.query(guardsBy('nik', 'nik_digest'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(reopened);
    for (const column of [KADER, HEIR, PARTICIPANT]) await openColumn(runner, column);
    await runner.query(open);
    await runner.query(guardsBy('nik_digest', 'nik'));
  }
}

const digest = { column: 'nik_digest', purpose: 'person.nik' } as const;

const KADER: SealedColumn = {
  ...{ table: 'kader', open: 'nik', sealed: 'nik_sealed', purpose: 'kader.nik' },
  digest,
};
const HEIR: SealedColumn = {
  ...{ table: 'heir', open: 'nik', sealed: 'nik_sealed', purpose: 'heir.nik' },
  digest,
};
const PARTICIPANT: SealedColumn = {
  ...{ table: 'kader_tax_fact', open: 'value', sealed: 'value_sealed', purpose: 'kader_tax_fact.value' },
  where: `kind = 'participant'`,
};

// What a dropped column held stays in the file of the table until its rows are written anew: a change of type does it.
const sealed = `
  drop view current_heir;
  alter table kader drop column nik;
  alter table kader
    alter nik_sealed set not null, alter nik_digest set not null,
    alter nik_digest type bytea using substring(nik_digest from 1),
    add constraint kader_nik_digest_key unique (nik_digest),
    add constraint kader_nik_digest_check check (octet_length(nik_digest) = 32);

  alter table heir drop column nik;
  alter table heir
    alter nik_digest type bytea using substring(nik_digest from 1),
    add constraint heir_nik_digest_check check (octet_length(nik_digest) = 32),
    add constraint heir_nik_sealed_with_digest check ((nik_sealed is null) = (nik_digest is null));

  alter table kader_tax_fact disable trigger user;
  update kader_tax_fact set value = null where kind = 'participant';
  alter table kader_tax_fact enable trigger user;
  alter table kader_tax_fact drop constraint kader_tax_fact_check1;
  alter table kader_tax_fact
    alter value_sealed type bytea using substring(value_sealed from 1),
    add constraint participant_is_sealed check (case kind when 'participant' then value is null else value_sealed is null end);

  ${currentHeir()}
`;

const reopened = `
  drop view current_heir;
  alter table kader add column nik char(16);
  alter table heir add column nik char(16);
  alter table kader_tax_fact drop constraint participant_is_sealed;
`;

const open = `
  alter table kader drop column nik_sealed, drop column nik_digest,
    alter nik set not null, add constraint kader_nik_key unique (nik), add constraint kader_nik_check check (nik ~ '^\\d{16}$');
  alter table heir drop column nik_sealed, drop column nik_digest, add constraint heir_nik_check check (nik ~ '^\\d{16}$');
  alter table kader_tax_fact drop column value_sealed,
    add constraint kader_tax_fact_check1 check (kind <> 'participant' or value ~ '^[0-9]{8,16}$');
  ${currentHeir()}
`;

function currentHeir(): string {
  return `
    create view current_heir with (security_invoker = true) as
      select distinct on (heir.kader_id) heir.*, confirmed_by, confirmed_at,
             confirmed_by is not null and heir.died_on is not distinct from kader.deceased_on as in_force
      from heir join kader on kader.id = heir.kader_id left join heir_confirmation on heir_id = heir.id
      order by heir.kader_id, heir.id desc;
    grant select on current_heir to honor_app, honor_reader;
  `;
}

/** The guards of heirs compare what identifies a person: the same rules, by another column. */
function guardsBy(before: string, after: string): string {
  return `
    do $do$ declare guard regprocedure; definition text; changed text; begin
      foreach guard in array array['guard_heir()', 'guard_heir_account()']::regprocedure[] loop
        definition := pg_get_functiondef(guard);
        changed := regexp_replace(definition, '\\m(kader|heir|own|dead|new)\\.${before}\\M', '\\1.${after}', 'g');
        if changed = definition then raise exception '% does not compare %', guard, '${before}'; end if;
        execute changed;
      end loop;
    end $do$;
  `;
}
