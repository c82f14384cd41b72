import { migrations } from '../../migrations/index.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import { emptyDatabaseUrl } from '../support/database.js';
import { ask } from '../support/session.js';

const url = await emptyDatabaseUrl();
const dataSource = await openDatabase({ url, entities: [] });
afterAll(() => dataSource.destroy());
const laterOnes = migrations.slice(migrations.findIndex(({ name }) => name.startsWith('TranchesAndCuts')));

/** A database of the release before, with a budget line that has reserved and spent. */
const budgetOfBefore = `
  insert into region (code, name) values ('13', 'Sumatera Barat'), ('13.10', 'Dharmasraya');
  insert into app_user (username, full_name, position, created_at) values ('ani', 'Ani', 'PPTK', now());
  insert into ledger.account (code, type) values
    ('Assets:Cash:DINKES', 'A'), ('Expenses:Honor:DINKES:BOK-2026', 'X'), ('Liabilities:HonorPayable:DINKES:BOK-2026', 'L');
  insert into paying_body (kind, code, name, region_code, cash_account_id)
    select 'opd', 'DINKES', 'Dinas Kesehatan', '13.10', id from ledger.account where type = 'A';
  insert into funding_source (paying_body_id, label, name, fiscal_year, activity_code, account_code, expense_account_id, payable_account_id)
    select body.id, 'BOK', 'BOK', 2026, '1', '1', expense.id, payable.id
    from paying_body body, ledger.account expense, ledger.account payable where expense.type = 'X' and payable.type = 'L';
  insert into budget_move (funding_source_id, kind, amount, reference, idempotency_key, moved_by, moved_at)
    select source.id, kind, amount, 'raw', kind, app_user.id, now()
    from funding_source source, app_user, (values ('allot', 100), ('reserve', 30), ('spend', 20)) as move(kind, amount);
`;
const BUDGET = `select ceiling || ' ' || reserved || ' ' || spent || ' ' || received || ' ' || account.code
  from funding_source join ledger.account on account.id = income_account_id`;

it('gives budgets of before their income account, and goes back only while nothing would be lost', async () => {
  for (const { name } of laterOnes) {
    expect(name).not.toBe('');
    await dataSource.undoLastMigration({ transaction: 'each' });
  }
  await dataSource.query(budgetOfBefore);
  await dataSource.runMigrations({ transaction: 'each' });
  const budget = '100 10 20 0 Income:Transfer:DINKES:BOK-2026';
  expect(await ask(url, BUDGET)).toEqual([budget]);

  await dataSource.query(`
    insert into budget_move (funding_source_id, kind, amount, reference, idempotency_key, moved_by, moved_at)
    select funding_source_id, 'cut', 5, 'raw', 'cut', moved_by, now() from budget_move where kind = 'allot'`);
  expect(await ask(url, BUDGET)).toEqual([budget.replace('100', '95')]);
  for (const later of laterOnes.slice(1)) {
    expect(later.name).not.toBe('');
    await dataSource.undoLastMigration({ transaction: 'each' });
  }
  await expect(dataSource.undoLastMigration({ transaction: 'each' })).rejects.toMatchObject({
    code: '23514',
  });
  expect(await ask(url, BUDGET)).toEqual([budget.replace('100', '95')]);
});
