import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { Sent } from './caller.js';
import { ownerUrlOf } from './database.js';
import { SITIUNG, type Office } from './nagari.js';
import { delegate } from './signatures.js';

const basis = { number: '1/2026', date: '2026-01-02', title: 'Dasar' };
const book = { payer: SITIUNG, month: '2026-07' };
const stale = { 'If-Match': '"basi"' };

/** What the access matrix asks the routes about money; nothing of it comes to anything another cell needs. */
export const moneyWishes: Readonly<Record<string, Sent>> = {
  'Claims.submit': { headers: stale, file: { name: 'uji.csv', content: 'a' } },
  'Countersignatures.countersign': { headers: stale, body: { as: 'Camat' } },
  'ApprovalBands.import': {
    file: {
      name: 'uji.yaml',
      content: JSON.stringify({
        ...{ scope: SITIUNG, appliesTo: 'nagari', name: 'Jenjang uji' },
        legalBasis: { number: '1/2026', date: '2026-01-02', title: 'Jenjang' },
        ...{ validFrom: '2027-01-01', validTo: null },
        bands: [{ from: 100_000, signatures: [{ function: 'Camat', step: 'release', people: 1 }] }],
      }),
    },
  },
  'ApprovalBands.difference': { query: { scope: SITIUNG, appliesTo: 'nagari', before: 1, after: 2 } },
  'Delegations.add': {
    body: {
      ...{ from: 'ani', to: 'budi', step: 'verify', payer: SITIUNG, basis: 'ST 1/2026', reason: 'cuti' },
      ...{ validFrom: '2027-01-01', validTo: '2027-01-02' },
    },
  },
  'Delegations.revoke': { body: { reason: 'uji' } },
  'Overpayments.open': { body: { payer: SITIUNG } },
  'Overpayments.transfer': { body: { payer: SITIUNG } },
  'Overpayments.agree': {
    body: { instalment: 1, from: '2026-11', mode: 'cash', document: 'Surat 1/2026' },
    headers: stale,
  },
  'Overpayments.confirm': { headers: stale },
  'Books.card': { query: {} },
  'Books.general': { query: book },
  'Books.bank': { query: book },
  'Books.tax': { query: book },
  'Books.activity': { query: book },
  'Books.closing': { query: book },
  'Books.trialBalance': { query: { payer: SITIUNG } },
  'Books.realisation': { query: { year: 2026 } },
  'Reports.recap': { query: { region: SITIUNG, months: '2026-07' } },
  'Reports.roster': { query: { region: SITIUNG } },
  'Reports.yearEnd': { query: { year: 2026 } },
  'Proofs.ofPayment': { query: { kader: 1, request: 1 } },
  'Periods.close': { body: { month: '2026-12' } },
  'Periods.askReopening': { body: { month: '2026-12', reason: 'uji' } },
  'Periods.reopen': { body: { month: '2026-12' } },
  'YearEnd.close': { body: { payer: SITIUNG, year: 2026, basis: 'BA 1/2026' } },
  'YearEnd.mark': { body: { payer: SITIUNG, label: 'TIADA', fiscalYear: 2026, basis } },
  'TaxPapers.set': {
    body: { payer: SITIUNG, npwp: '1', nitku: '1', name: 'Nagari', from: '2026-01-01' },
  },
  'TaxPapers.write': { body: { payer: SITIUNG, period: '2026-10', format: 'csv' } },
  'NumberExports.list': { query: { payer: SITIUNG } },
  'Declarations.declare': { body: { body: 'Nagari', what: 'perangkat', from: '2026-01-01' } },
  'HonorPolicies.difference': { query: { before: 1, after: 1 } },
  'HonorPolicies.withdraw': { body: { reason: 'uji' } },
  'Overpayments.receive': { body: { amount: 99_999_999, on: '2026-10-01', receipt: 'K-1' }, headers: stale },
};

/** What those routes ask about: a delegation, and a case of an overpayment that nothing else knows of. */
export async function seedMoney(
  app: INestApplicationContext,
  { wali, verifier, operator }: Office,
  { kader, payer }: { readonly kader: number; readonly payer: string },
): Promise<void> {
  await delegate(app, { from: wali, to: verifier, by: operator, payer });
  // No trigger applies: a real one needs a quarter that was paid.
  const client = new pg.Client({ connectionString: ownerUrlOf(app.get(DataSource)) });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(
      `insert into overpayment (number, paying_body_id, kader_id, amount, opened_by, opened_at)
       select '1/UJI', id, $1, 1, $2, now() from paying_body where code = $3`,
      [kader, operator.id, payer],
    );
  } finally {
    await client.end();
  }
}
