import { accountNames } from '../../../src/core/ledger/account-names.js';

const cash = { id: 1, code: 'Assets:Cash', type: 'A' };
const debt = { id: 2, code: 'Liabilities:Honor', type: 'L' };

const twice = (...accounts: (typeof cash)[]) =>
  accountNames(accounts).problems.map(({ facts }) => facts.account);

describe('accountNames', () => {
  it('gives type and code by number', () => {
    const { names, problems } = accountNames([cash, debt]);
    expect([...names]).toEqual([
      [1, 'A:Assets:Cash'],
      [2, 'L:Liabilities:Honor'],
    ]);
    expect(problems).toEqual([]);
  });

  it('names a number and a code that are stored twice, each once', () => {
    expect(twice(cash, { ...debt, id: 1 }, debt)).toEqual(['1', 'Liabilities:Honor']);
    expect(twice(cash, cash, cash)).toEqual(['1', 'Assets:Cash']);
  });
});
