import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a proof of remittance looks like is a setting (`config/proofs.yaml`): the database holds what every one is. */
export class TaxPapers1790000002100 implements MigrationInterface {
  name = 'TaxPapers1790000002100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(proofs);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(undoProofs);
  }
}

// Capitals, digits and signs without spaces, so that one proof is written in one way only.
const proofs = `
  alter table remittance drop constraint remittance_proof_shape,
    add constraint remittance_proof_tidy check (proof collate "C" ~ '^[!-\`{-~]{1,60}$');
`;

// A proof of another shape may have been recorded since: the older rule is for what comes.
const undoProofs = `
  alter table remittance drop constraint remittance_proof_tidy,
    add constraint remittance_proof_shape check (case kind when 'pph21' then proof ~ '^[A-Z0-9]{16}$'
      else proof ~ '^[A-Z0-9][A-Z0-9./-]{5,39}$' end) not valid;
`;
