import { testApp } from '../../support/app.js';
import { aPayingNagari, sqlVerdict } from '../../support/payments.js';

const [FORBIDDEN, BROKEN, TWICE] = ['42501', '23514', '23505'];
const { app } = await testApp();
const office = await aPayingNagari(app, 100_000n);

const move = (kind: string, amount: number, key: string) =>
  `insert into budget_move (funding_source_id, kind, amount, reference, idempotency_key, moved_by, moved_at)
   values (1, '${kind}', ${String(amount)}, 'raw', '${key}', ${String(office.operator.id)}, now())`;

describe('the budgets refuse in raw SQL', () => {
  it.each([
    ['a ceiling changed without a move', ['update funding_source set ceiling = 999999'], FORBIDDEN],
    ['a reservation wiped without a move', ['update funding_source set reserved = 0, spent = 0'], FORBIDDEN],
    [
      'the same after setting a session variable',
      [`set local honor.budget_moves = 'on'`, 'update funding_source set ceiling = 999999'],
      FORBIDDEN,
    ],
    [
      'a line that begins with a ceiling',
      [
        `insert into funding_source (paying_body_id, label, name, fiscal_year, activity_code, account_code, expense_account_id, payable_account_id, ceiling) values (1, 'PAD', 'PAD', 2026, '1', '1', 1, 1, 5)`,
      ],
      FORBIDDEN,
    ],
    ['a rupiah more than the ceiling', [move('reserve', 100_001, 'a')], BROKEN],
    [
      'the ceiling in two parts and a rupiah',
      [move('reserve', 100_000, 'a'), move('reserve', 1, 'b')],
      BROKEN,
    ],
    ['a release of what was not reserved', [move('release', 1, 'a')], BROKEN],
    ['a spending of what was not reserved', [move('spend', 1, 'a')], BROKEN],
    ['a move of nothing', [move('reserve', 0, 'a')], BROKEN],
    ['a move under a used key', [move('reserve', 1, 'a'), move('reserve', 1, 'a')], TWICE],
    ['a move changed', ['update budget_move set amount = amount * 2'], FORBIDDEN],
    ['a move deleted', ['delete from budget_move'], FORBIDDEN],
    ['all moves truncated', ['truncate budget_move'], FORBIDDEN],
  ])('%s', async (_, statements, verdict) => {
    expect(await sqlVerdict(app, ...statements)).toBe(verdict);
  });
});
