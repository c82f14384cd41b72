import { DataSource } from 'typeorm';
import { accountLiterals } from '../../support/account-numbers.js';
import { testApp } from '../../support/app.js';
import { addKader, SIGUNTUR } from '../../support/nagari.js';
import { aDraft, aPayingNagari, takeSteps } from '../../support/payments.js';
import { sqlRefusal } from '../../support/sql-refusal.js';

const { app } = await testApp();
const office = await aPayingNagari(app);
await addKader(app, office, { nik: '1310044101800003', name: 'Desi', nagari: SIGUNTUR });
const number = await aDraft(app, office);
await takeSteps(app, office, number, 'verify');
await app.get(DataSource).query(
  `insert into bank_account (kader_id, bank_code, account_number_sealed, account_number_digest, account_name, replaces_id, recorded_by, recorded_at)
   select kader_id, '002', ${accountLiterals('554401000123456')}, 'Rosmaniar BRI', id, recorded_by, now()
   from bank_account where account_name = 'Rosmaniar'`,
);

const pay = (kader: string, account: string) =>
  `insert into disbursement (request_id, kader_id, bank_account_id, amount, reference)
   select request.id, kader.id, account.id, 75000, 'X-1' from payment_request request, kader, bank_account account
   where number = '${number}' and kader.name = '${kader}' and account_name = '${account}'`;
const replace = `update bank_account set superseded_at = now() where account_name = 'Rosmaniar'`;
const UNDONE = ['select 1 / 0', '22012'] as const;

it.each([
  ['of her own', [pay('Yusnidar', 'Yusnidar')], UNDONE[1]],
  ['of somebody else', [pay('Yusnidar', 'Desi')], 'disbursement_to_own_account'],
  ['that was replaced', [replace, pay('Rosmaniar', 'Rosmaniar')], 'disbursement_to_own_account'],
  ['that nobody confirmed', [pay('Rosmaniar', 'Rosmaniar BRI')], 'disbursement_to_own_account'],
])('the database pays to her own account in force, and no other: one %s', async (_, statements, verdict) => {
  expect(await sqlRefusal(app, 'application', ...statements, UNDONE[0])).toBe(verdict);
});
