import fc from 'fast-check';
import { DataSource } from 'typeorm';
import {
  afterMoves,
  emptyBudget,
  isLawful,
  type BudgetMoveKind,
} from '../../../src/core/funding/budget-projection.js';
import { testApp } from '../../support/app.js';
import { addFunding, anOffice, SIGUNTUR } from '../../support/nagari.js';

const { app } = await testApp();
const office = await anOffice(app);
await addFunding(app, office, SIGUNTUR, 1n);

// Those of cash need a batch of the ledger each: receipts.service.spec.ts.
const kinds = ['allot', 'cut', 'reserve', 'release', 'spend', 'reverse'] as const;
const statements = fc.array(
  fc.array(
    fc.record({ kind: fc.constantFrom<BudgetMoveKind>(...kinds), amount: fc.integer({ min: 1, max: 40 }) }),
    { minLength: 1, maxLength: 3 },
  ),
  { minLength: 20, maxLength: 40 },
);

it('the database accepts what the model accepts, and shows what the model shows', async () => {
  let key = 0;
  const insert = (id: number, moves: readonly { kind: string; amount: number }[]) => {
    const rows = moves.map(({ kind, amount }) => {
      key += 1;
      return `(${String(id)}, '${kind}', ${String(amount)}, 'model', 'model/${String(key)}', ${String(office.operator.id)}, now())`;
    });
    return app.get(DataSource).query(
      `insert into budget_move (funding_source_id, kind, amount, reference, idempotency_key, moved_by, moved_at)
       values ${rows.join()}`,
    );
  };
  await fc.assert(
    fc.asyncProperty(statements, async (wished) => {
      const id = await anEmptyLine();
      let standing = emptyBudget;
      for (const moves of wished) {
        const next = afterMoves(
          standing,
          moves.map(({ kind, amount }) => ({ kind, amount: BigInt(amount) })),
        );
        const accepted = await insert(id, moves).then(
          () => true,
          () => false,
        );
        expect(accepted).toBe(isLawful(next));
        if (accepted) standing = next;
        expect(await projectionOf(id)).toEqual(standing);
      }
    }),
    { numRuns: 8 },
  );
});

async function projectionOf(id: number): Promise<unknown> {
  const [row] = await app
    .get(DataSource)
    .query<unknown[]>(`select ceiling, reserved, spent, received from funding_source where id = $1`, [id]);
  return row;
}

let lines = 0;
async function anEmptyLine(): Promise<number> {
  lines += 1;
  const [row] = await app.get(DataSource).query<[{ id: number }]>(
    `insert into funding_source (paying_body_id, label, name, fiscal_year, activity_code, account_code,
       expense_account_id, payable_account_id, income_account_id)
     select paying_body_id, $1, name, fiscal_year, activity_code, account_code, expense_account_id, payable_account_id,
       income_account_id from funding_source where label = 'DDS' returning id`,
    [`MODEL-${String(lines)}`],
  );
  return row.id;
}
