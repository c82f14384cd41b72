import { explainForgotten } from '../../../src/core/honor/explain-forgotten.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';

const known = { id: 7, isPseudonymised: false, knownFromYear: 2027 };

describe('what is kept no longer', () => {
  it.each([
    ['2026-12', 'honor.recorded-too-late'],
    ['2027-01', undefined],
    ['2028-01', undefined],
  ])('stands in the way of a month before it was known: %s', (month, code) => {
    expect(explainForgotten(known, serviceMonth(month))?.code).toBe(code);
  });

  it('stands in the way of nothing where everything is kept', () => {
    expect(explainForgotten({ ...known, knownFromYear: null }, serviceMonth('2001-01'))).toBeUndefined();
  });

  it('stands in the way of every month of who is gone', () => {
    const gone = { ...known, isPseudonymised: true };
    expect(explainForgotten(gone, serviceMonth('2030-01'))).toMatchObject({
      kaderId: 7,
      component: null,
      code: 'honor.pseudonymised',
      facts: { month: 'Januari 2030' },
    });
  });
});
