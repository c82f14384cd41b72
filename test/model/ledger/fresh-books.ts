import type { INestApplicationContext } from '@nestjs/common';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { addFunding, SIGUNTUR, type Office } from '../../support/nagari.js';
import type { Source } from './commands.js';

/** Three budget lines and their accounts. */
export async function addSources(app: INestApplicationContext, office: Office): Promise<readonly Source[]> {
  await addFunding(app, office, SIGUNTUR, 1n);
  return app.get(DataSource).query<Source[]>(
    `select source.id, body.code as payer, label, fiscal_year as "fiscalYear", payable.code as payable,
            cash.code as cash, income.code as income
     from funding_source source join paying_body body on body.id = paying_body_id
     join ledger.account payable on payable.id = payable_account_id
     join ledger.account cash on cash.id = cash_account_id
     join ledger.account income on income.id = income_account_id order by source.id`,
  );
}

/** Empties ledger and budgets, as only a superuser to whom no trigger applies can: every run starts the same. */
export async function emptyBooks(owner: pg.Client): Promise<void> {
  await owner.query(`
    begin;
    set local session_replication_role = replica;
    truncate ledger.batch, ledger.batch_account, ledger.entry, ledger.closing, ledger.reopening_request, budget_move
      restart identity cascade;
    update ledger.chain_head set position = 0, hash = sha256('honor-kader ledger genesis v1');
    update funding_source set ceiling = 0, reserved = 0, spent = 0, received = 0;
    commit`);
}
