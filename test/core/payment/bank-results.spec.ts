import { planBankResult, type DisbursementState } from '../../../src/core/payment/bank-results.js';

const result = { reference: 'HK1-1-0001', amount: 225_000n, status: 'paid' as const };
const planFor = (state: DisbursementState, change: Partial<typeof result> | { status: 'returned' } = {}) =>
  planBankResult(
    { ...result, ...change },
    new Map([['HK1-1-0001', { id: 1, reference: 'HK1-1-0001', amount: 225_000n, state }]]),
    'SPP-1',
  );

describe('planBankResult', () => {
  it('settles what was released', () => {
    expect(planFor('released')).toMatchObject({ settles: { id: 1 } });
  });

  it('knows an answer that came before', () => {
    expect(planFor('paid')).toMatchObject({ known: { id: 1 } });
  });

  it.each([
    [
      'an unknown reference',
      planFor('released', { reference: 'HK9-1-0001' }),
      'reference',
      'payment.result-unknown-reference',
    ],
    ['another amount', planFor('released', { amount: 225_001n }), 'amount', 'payment.result-amount-differs'],
    [
      'a return after it was paid',
      planFor('paid', { status: 'returned' }),
      'status',
      'payment.result-contradicts',
    ],
    ['a payment never released', planFor('prepared'), 'status', 'payment.result-contradicts'],
  ])('refuses %s', (_, plan, field, code) => {
    expect(plan).toMatchObject({ field, refused: { code } });
  });
});
