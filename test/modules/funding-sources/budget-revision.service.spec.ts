import { DataSource } from 'typeorm';
import {
  BudgetRevisionService,
  type BudgetRevision,
} from '../../../src/modules/funding-sources/budget-revision.service.js';
import { testApp } from '../../support/app.js';
import { addFunding, anOffice, SIGUNTUR } from '../../support/nagari.js';
import { refusalCodes } from '../../support/refusal.js';

const { app } = await testApp();
const office = await anOffice(app);
await addFunding(app, office, SIGUNTUR, 1_000_000n);
const revise = (change: Partial<BudgetRevision>) =>
  app.get(BudgetRevisionService).revise({
    payer: SIGUNTUR,
    label: 'DDS',
    fiscalYear: 2026,
    to: 1_500_000n,
    legalBasis: 'DPPA 2/2026',
    by: office.operator.id,
    ...change,
  });

describe('BudgetRevisionService.revise', () => {
  it('raises a ceiling once, by a move with its legal basis', async () => {
    const source = `${SIGUNTUR}/DDS/2026`;
    expect(await revise({})).toEqual({ source, before: 1_000_000n, ceiling: 1_500_000n });
    expect(await revise({})).toEqual({ source, before: 1_500_000n, ceiling: 1_500_000n });
    const moves = await app.get(DataSource).query<unknown[]>(
      `select kind, amount, reference from budget_move join funding_source source on source.id = funding_source_id
       where label = 'DDS' order by budget_move.id`,
    );
    expect(moves).toEqual([
      { kind: 'allot', amount: 1_000_000n, reference: 'DPA 1/2026' },
      { kind: 'allot', amount: 500_000n, reference: 'DPPA 2/2026' },
    ]);
  });

  it.each([
    ['a lower ceiling', { label: 'ADN', to: 999_999n }, 'funding.revision-lowers'],
    ['no legal basis', { label: 'ADN', legalBasis: ' ' }, 'funding.revision-basis-missing'],
    ['a line that is not registered', { fiscalYear: 2027 }, 'funding.source-missing'],
  ])('refuses %s', async (_, change, code) => {
    expect(await refusalCodes(() => revise(change))).toEqual([code]);
  });
});
