import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The role the application connects as: it owns nothing, and may change only what the rules let it change. What
 * is append-only it can add to and read; what is computed (totals, projections, the head of the chain) only the
 * owner's functions write. Every table is named here: one that is not cannot even be read.
 */
export class ApplicationRole1790000001000 implements MigrationInterface {
  name = 'ApplicationRole1790000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(role);
    for (const grant of grants) await runner.query(`grant ${grant} to honor_app`);
    await runner.query(functions);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(undo);
  }
}

// Roles belong to the whole server: another database of it may have made this one, even at this moment.
const role = `
  do $$ begin
    if not exists (select from pg_roles where rolname = 'honor_app') then create role honor_app nologin; end if;
  exception when duplicate_object or unique_violation then null;
  end $$;
`;

const grants = [
  'usage on schema public, ledger',
  // append-only, or never changed by the program
  `select, insert on app_user, region, roster_import, roster_change, calculation, honor_line, entitlement, honor_exclusion,
     budget_move, payment_request_step, ledger.entry, ledger.reopening_request, ledger.closing`,
  'usage on sequence honor_line_id',
  // the ledger: a batch without its seal, an account; never totals or the head
  'select on ledger.batch, ledger.account, ledger.batch_account, ledger.chain_head, ledger.line',
  'insert (kind, effective_on, period, idempotency_key, request_hash, recorded_at, actor) on ledger.batch',
  'insert (code, type) on ledger.account',
  // what may change, column by column where money or a person's account hangs on the others
  'select, insert, update on posyandu, kader, appointment, activity, payment_request',
  'select, insert, delete on activity_attendance',
  'select, insert, update (superseded_at, confirmed_by, confirmed_at) on bank_account',
  'select, insert, update (valid_to) on honor_policy',
  'select, insert, update (name) on paying_body, funding_source',
  'select, insert, delete, update (returned_at) on request_entitlement',
  'select, insert, delete, update (state, result_on, result_note, entry_batch_id, entry_sequence) on disbursement',
] as const;

const functions = `
  -- Sealing writes totals and head for whoever may post, as the owner; nobody else may call it.
  alter function ledger.seal(int, bytea) security definer set search_path = ledger, public, pg_temp;
  revoke execute on function ledger.seal(int, bytea) from public;
  grant execute on function ledger.seal(int, bytea) to honor_app;
`;

const undo = `
  alter function ledger.seal(int, bytea) security invoker reset search_path;
  grant execute on function ledger.seal(int, bytea) to public;
  revoke all on all tables in schema public, ledger from honor_app;
  revoke all on all sequences in schema public, ledger from honor_app;
  revoke all on all functions in schema public, ledger from honor_app;
  revoke all on schema public, ledger from honor_app;
`;
