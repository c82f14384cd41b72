import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { serviceMonth, type ServiceMonth } from '../../src/core/shared/service-month.js';
import { addFunding, addKader, anOffice, SIGUNTUR, type Office } from './nagari.js';
import { aDraft, answerOfBank, importPolicy, policyDocument, takeSteps } from './payments.js';

/** Two kader of Siguntur who were paid three months of Rp75.000 each, and the bank said so. */
export async function aPaidQuarter(
  app: INestApplicationContext,
): Promise<{ office: Office; quarter: readonly ServiceMonth[] }> {
  const office = await anOffice(app);
  await importPolicy(app, office, policyDocument());
  await addFunding(app, office, SIGUNTUR, 1_000_000n);
  await addKader(app, office, { nik: '1310044101800001', name: 'Yusnidar', nagari: SIGUNTUR });
  await addKader(app, office, { nik: '1310044101800002', name: 'Rosmaniar', nagari: SIGUNTUR });
  const quarter = ['2026-07', '2026-08', '2026-09'].map(serviceMonth);
  const number = await aDraft(app, office, quarter);
  await payOut(app, office, number);
  return { office, quarter };
}

/** A policy of the nagari's own that reaches back to the beginning of the year. */
export async function lowerTheRate(
  app: INestApplicationContext,
  office: Office,
  amount: number,
): Promise<void> {
  await importPolicy(app, office, policyDocument({ code: 'honor-siguntur', scope: SIGUNTUR }, amount));
}

/** Takes every step, and the bank pays everybody. */
async function payOut(app: INestApplicationContext, office: Office, number: string): Promise<void> {
  await takeSteps(app, office, number, 'release');
  await settle(app, office, number);
}

/** The bank says that everybody of a released request was paid. */
export async function settle(app: INestApplicationContext, office: Office, number: string): Promise<void> {
  const rows = await app.get(DataSource).query<{ reference: string; amount: bigint }[]>(
    `select reference, disbursement.amount from disbursement join payment_request on payment_request.id = request_id
     where number = $1 order by reference`,
    [number],
  );
  await answerOfBank(
    app,
    office,
    number,
    rows.map(({ reference, amount }) => `${reference},${String(amount)},BERHASIL,`),
  );
}
