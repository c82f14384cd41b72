import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may be the same person is found by birth date and by what her name sounds like: a name spelled otherwise and a
 * date with day and month exchanged hid one from the other. In the order of names, so that of the thousands who share
 * a date only the nearest are read.
 */
export class NameKeys1790000003491 implements MigrationInterface {
  name = 'NameKeys1790000003491';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${NAME_KEY}
      create index kader_by_birth_date_and_name on kader (birth_date, upper(name) collate "C", id);
      create index kader_by_name_key on kader (name_key(name) collate "C", birth_date, id);
      drop index kader_by_birth_date;
      drop index kader_by_upper_name;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index kader_by_birth_date on kader (birth_date);
      create index kader_by_upper_name on kader (upper(name));
      drop index kader_by_birth_date_and_name;
      drop index kader_by_name_key;
      drop function name_key(text);
    `);
  }
}

// As nameKey of the core, which a spec holds it against.
const NAME_KEY = String.raw`
  create function name_key(written text) returns text language plpgsql immutable strict parallel safe
  set search_path = pg_catalog, public, pg_temp as $$
  declare
    titles_before constant text := '^(?:(?:HJ|H|NY|NN|IBU|BU|BAPAK|BPK|IR|DR|DRA|DRS|PROF|ALMH|ALM) )+(?=[A-Z])';
    titles_behind constant text :=
      '(?: (?:S ?[A-Z]{1,4}(?: I)?|A ?MD(?: [A-Z]{1,4})*|M ?(?:PD|SI|KES|KM|M|AG|H)|S ST|STR KEB|BD|NERS|NS|SE|SH|ALMH|ALM))+$';
    marks constant text := '[\u0300-\u036f]';
    part text;
    sound text;
  begin
    foreach part in array array[split_part(written, ',', 1), written] loop
      sound := part;
      if octet_length(part) <> char_length(part) then
        sound := regexp_replace(normalize(part, NFKD), marks, '', 'g');
      end if;
      sound := upper(sound collate "C");
      sound := btrim(regexp_replace(sound, '[^A-Z0-9]+', ' ', 'g'));
      -- A name that is all titles keeps them.
      exit when part = written and part like '%,%';
      sound := regexp_replace(sound, titles_before, '');
      if part like '%.%' then sound := coalesce(nullif(regexp_replace(sound, titles_behind, ''), ''), sound); end if;
      exit when sound <> '';
    end loop;
    sound := replace(replace(replace(replace(replace(replace(replace(replace(sound,
      'OE', 'U'), 'OO', 'U'), 'DJ', 'J'), 'TJ', 'C'), 'NJ', 'NY'), 'SJ', 'SY'), 'KH', 'H'), 'CH', 'H');
    sound := replace(replace(replace(replace(replace(replace(replace(replace(sound,
      'SY', 'S'), 'SH', 'S'), 'DZ', 'Z'), 'DH', 'D'), 'TH', 'T'), 'PH', 'F'), 'V', 'F'), 'Q', 'K');
    sound := regexp_replace(regexp_replace(sound, '([A-Z])\1+', '\1', 'g'), '(\w)H\M', '\1', 'g');
    return (
      select coalesce(string_agg(word, ' ' order by word collate "C"), '') from (
        select case
          when word in ('MOHAMAD', 'MUHAMED', 'MOHAMED', 'MUHAMAT', 'MOHAMAT', 'MO', 'MU', 'MOHD', 'MUHD', 'MHD', 'MD')
            then 'MUHAMAD'
          when word in ('ST', 'STI', 'SITY') then 'SITI'
          when word = 'ABD' then 'ABDUL'
          else word end as word
        from string_to_table(sound, ' ') word where word not in ('BIN', 'BINTI', 'BINTE', 'BTE', 'BT')) said);
  end $$;
`;
