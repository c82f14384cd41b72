import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What tax papers need: whom the tax office knows a paying body as, the PTKP of kader, and which deduction each
 * withheld amount is. What a proof of remittance looks like is a setting (`config/proofs.yaml`): the database holds
 * what every one is.
 */
export class TaxPapers1790000002100 implements MigrationInterface {
  name = 'TaxPapers1790000002100';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [proofs, withholders, exemptions, withholding]) await runner.query(statements);
    await runner.query('grant select, insert on tax_withholder to honor_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statements of [undoWithholding, undoExemptions, undoProofs]) await runner.query(statements);
    await runner.query('drop table tax_withholder');
  }
}

// Capitals, digits and signs without spaces, so that one proof is written in one way only.
const proofs = `
  alter table remittance drop constraint remittance_proof_shape,
    add constraint remittance_proof_tidy check (proof collate "C" ~ '^[!-\`{-~]{1,60}$');
`;

const withholders = `
  -- The last record from or before a day counts; none is ever changed.
  create table tax_withholder (
    id int generated always as identity primary key,
    paying_body_id int not null references paying_body,
    npwp char(16) not null check (npwp ~ '^\\d{16}$'),
    nitku char(22) not null check (nitku ~ '^\\d{22}$'),
    name text not null check (btrim(name) <> ''),
    valid_from date not null,
    recorded_by int not null references app_user,
    recorded_at timestamptz not null,
    constraint nitku_of_its_npwp check (left(nitku, 16) = npwp)
  );
  create index tax_withholder_by_body on tax_withholder (paying_body_id, valid_from);
  create trigger tax_withholder_append_only before update or delete on tax_withholder
    for each row execute function refuse_change();
  create trigger tax_withholder_not_truncated before truncate on tax_withholder
    for each statement execute function refuse_change();
`;

const exemptions = `
  alter table kader_tax_fact drop constraint kader_tax_fact_kind_check,
    add constraint kader_tax_fact_kind_check check (kind in ('npwp', 'grade', 'participant', 'ptkp')),
    add constraint ptkp_as_tax_papers_write_it check (kind <> 'ptkp' or coalesce(value ~ '^(TK|K|K/I)/[0-3]$', false));
`;

// The newest columns are the last: whoever asks for the older ones finds them where they were.
const withholding = `
  create or replace view withholding as
    select coalesce(deduction.borne_by, request.paying_body_id) as paying_body_id, deduction.kind,
           to_char(batch.effective_on, 'YYYY-MM') as period, deduction.policy_id, deduction.amount,
           deduction.id as deduction_id, batch.effective_on as paid_on
    from kader_deduction deduction
    join payment_request request on request.id = deduction.request_id
    join disbursement on disbursement.request_id = deduction.request_id and disbursement.kader_id = deduction.kader_id
    join ledger.batch batch on batch.id = disbursement.entry_batch_id
    where deduction.amount > 0 and deduction.returned_at is null;
`;

const undoWithholding = `
  drop view withholding;
  create view withholding as
    select coalesce(deduction.borne_by, request.paying_body_id) as paying_body_id, deduction.kind,
           to_char(batch.effective_on, 'YYYY-MM') as period, deduction.policy_id, deduction.amount
    from kader_deduction deduction
    join payment_request request on request.id = deduction.request_id
    join disbursement on disbursement.request_id = deduction.request_id and disbursement.kader_id = deduction.kader_id
    join ledger.batch batch on batch.id = disbursement.entry_batch_id
    where deduction.amount > 0 and deduction.returned_at is null;
  grant select on withholding to honor_app;
`;

// What was recorded since does not fit the older rules: they are for what comes.
const undoExemptions = `
  alter table kader_tax_fact drop constraint ptkp_as_tax_papers_write_it, drop constraint kader_tax_fact_kind_check,
    add constraint kader_tax_fact_kind_check check (kind in ('npwp', 'grade', 'participant')) not valid;
`;

const undoProofs = `
  alter table remittance drop constraint remittance_proof_tidy,
    add constraint remittance_proof_shape check (case kind when 'pph21' then proof ~ '^[A-Z0-9]{16}$'
      else proof ~ '^[A-Z0-9][A-Z0-9./-]{5,39}$' end) not valid;
`;
