import { DataSource } from 'typeorm';
import {
  BudgetRevisionService,
  type BudgetRevision,
} from '../../../src/modules/funding-sources/budget-revision.service.js';
import { testApp } from '../../support/app.js';
import { addFunding, addKader, anOffice, SIGUNTUR } from '../../support/nagari.js';
import { aDraft, importPolicy, JULY, policyDocument, takeSteps } from '../../support/payments.js';
import { refusalCodes, refusalsOf } from '../../support/refusal.js';

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

  it('lowers a ceiling by a move of its own, and raises it again by another basis', async () => {
    const wish = { label: 'ADN', to: 600_000n, legalBasis: 'DPPA 3/2026' };
    const lowered = { source: `${SIGUNTUR}/ADN/2026`, before: 1_000_000n, ceiling: 600_000n };
    expect(await revise(wish)).toEqual(lowered);
    expect(await revise(wish)).toEqual({ ...lowered, before: 600_000n });
    await revise({ ...wish, to: 1_000_000n, legalBasis: 'DPPA 4/2026' });
    expect(await refusalCodes(() => revise(wish))).toEqual(['funding.revision-overtaken']);
    const moves = await app.get(DataSource).query<unknown[]>(
      `select kind, amount, reference from budget_move join funding_source source on source.id = funding_source_id
       where label = 'ADN' order by budget_move.id offset 1`,
    );
    expect(moves).toEqual([
      { kind: 'cut', amount: 400_000n, reference: 'DPPA 3/2026' },
      { kind: 'allot', amount: 400_000n, reference: 'DPPA 4/2026' },
    ]);
  });

  it('goes down to what requests bind and no further, and names them', async () => {
    await importPolicy(
      app,
      office,
      policyDocument({
        components: [
          {
            ...(policyDocument() as { components: object[] }).components[0],
            funding: { percentage: [{ source: 'DINKES/BOK', percent: 100 }] },
          },
        ],
      }),
    );
    await addKader(app, office, { nik: '1310044101800001', name: 'Yusnidar', nagari: SIGUNTUR });
    const number = await aDraft(app, office, [JULY], 'DINKES');
    await takeSteps(app, office, number, 'submit');
    const wish = { payer: 'DINKES', label: 'BOK', legalBasis: 'DPPA-SKPD 2/2026' };
    const [refusal] = await refusalsOf(() => revise({ ...wish, to: 74_999n }));
    expect(refusal?.code).toBe('funding.revision-below-bound');
    expect(refusal?.message).toContain(`SPP ${number} terikat Rp75.000`);
    expect(await revise({ ...wish, to: 75_000n })).toMatchObject({ ceiling: 75_000n });
  });

  it.each([
    ['no legal basis', { label: 'ADN', legalBasis: ' ' }, 'funding.revision-basis-missing'],
    ['a line that is not registered', { fiscalYear: 2027 }, 'funding.source-missing'],
  ])('refuses %s', async (_, change, code) => {
    expect(await refusalCodes(() => revise(change))).toEqual([code]);
  });
});
