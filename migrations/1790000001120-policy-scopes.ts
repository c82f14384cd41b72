import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Policies of an OPD, for the kader of its bidang, and policies that add to another: they hold beside the one of
 * the region, but never two for the same kader, place and day.
 */
export class PolicyScopes1790000001120 implements MigrationInterface {
  name = 'PolicyScopes1790000001120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(scopes);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(undo);
  }
}

const scopes = `
  alter table honor_policy
    add opd_code text check (opd_code ~ '^[A-Z][A-Z0-9-]*$'),
    add bidang text[] check (cardinality(bidang) > 0 and bidang <@
      array['kesehatan', 'pendidikan', 'pekerjaan-umum', 'perumahan-rakyat', 'trantibumlinmas', 'sosial']),
    add tops_up text check (tops_up <> code),
    add constraint policy_of_opd_has_bidang check ((opd_code is null) = (bidang is null));

  -- Ranges overlap where lists of bidang do: an index can hold ranges, not lists. Without bidang: a lane of its own.
  create function policy_lanes(bidang text[]) returns int4multirange language sql immutable parallel safe as $$
    select case when bidang is null then '{[0,1)}'::int4multirange else (
      select range_agg(int4range(lane::int, lane::int + 1))
      from unnest(array['kesehatan', 'pendidikan', 'pekerjaan-umum', 'perumahan-rakyat', 'trantibumlinmas', 'sosial'])
        with ordinality as field (name, lane)
      where name = any (bidang)) end
  $$;
  alter table honor_policy drop constraint policy_no_overlap;
  alter table honor_policy add constraint policy_no_overlap exclude using gist (
    scope with =, (coalesce(tops_up, '')) with =, policy_lanes(bidang) with &&, daterange(valid_from, valid_to, '[]') with &&);
`;

const undo = `
  alter table honor_policy drop constraint policy_no_overlap;
  alter table honor_policy add constraint policy_no_overlap exclude using gist
    (scope with =, daterange(valid_from, valid_to, '[]') with &&);
  drop function policy_lanes(text[]);
  alter table honor_policy drop constraint policy_of_opd_has_bidang, drop opd_code, drop bidang, drop tops_up;
`;
