import type { QueryRunner } from 'typeorm';

/**
 * Takes the content of rows out of the audit trail, as `audit.forget` does for a whole kader: their hashes stay, and
 * with them the chain, and that it happened is an act of its own. Rows that name no kader count as kader 0.
 *
 * @param told by table, the condition on a row's `value` (before or after, as JSON) under which it is forgotten
 * @returns how many rows
 */
export async function forgetChanges(
  runner: QueryRunner,
  told: Readonly<Record<string, string>>,
): Promise<number> {
  const tables = Object.keys(told).map((table) => `'${table}'`);
  const telling = Object.entries(told).map(
    ([table, condition]) => `(table_name = '${table}' and (${condition}))`,
  );
  for (const [name, value] of Object.entries(STATED)) {
    await runner.query(`select set_config('honor.act_${name}', '${value}', true)`);
  }
  await runner.query(`
    create temporary table forgotten on commit drop as
      select change_id, number, coalesce(kader_id, 0) as kader
      from audit.changed_row join audit.change on change.id = change_id
      where table_name in (${tables.join()}) and content is not null
        and exists (select from jsonb_each(content::jsonb) as part (name, value)
                    where name in ('before', 'after') and (${telling.join(' or ')}))`);
  await runner.query(`
    update audit.changed_row part set salt = null, content = null
      from forgotten where (part.change_id, part.number) = (forgotten.change_id, forgotten.number)`);
  await runner.query(SAID);
  const [{ rows }] = (await runner.query(`select count(*)::int as rows from forgotten`)) as [
    { rows: number },
  ];
  return rows;
}

/** Who does it: the upgrade itself. */
const STATED = {
  ...{ kind: 'system', actor: '', address: '', agent: '' },
  ...{ operation: 'upgrade', reason: 'nomor yang masih tertulis utuh' },
} as const;

const SAID = `
  do $$ declare one record; this int; salt uuid; note text; digest bytea; begin
      for one in select kader, count(*) as rows from forgotten group by kader order by kader loop
        this := nextval('audit.change_id_seq');
        salt := gen_random_uuid();
        note := jsonb_build_object('after', jsonb_build_object('rows', one.rows), 'hidden', '[]'::jsonb)::text;
        digest := sha256(uuid_send(salt) || convert_to(note, 'UTF8'));
        insert into audit.changed_row (change_id, number, object, salt, content, content_hash)
          values (this, 1, 'kader:' || one.kader, salt, note, digest);
        perform audit.add_change(this, 'audit.changed_row', 'forget', 1, false,
          sha256('\\x1201' || int4send(1) || sha256(convert_to('kader:' || one.kader, 'UTF8')) || int4send(0) || digest));
      end loop;
    end $$;`;
