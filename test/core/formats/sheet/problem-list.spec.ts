import { sheetProblem } from '../../../../src/core/formats/sheet/problem.js';
import { ProblemList } from '../../../../src/core/formats/sheet/problem-list.js';

const problem = sheetProblem('A', 'sheet.cell-blank', {});

describe('ProblemList', () => {
  it('lists what it was given', () => {
    const list = new ProblemList();
    expect([list.isEmpty, list.all()]).toEqual([true, []]);
    list.add(problem, problem);
    expect([list.isEmpty, list.all()]).toEqual([false, [problem, problem]]);
  });

  it('ends after fifty thousand, and says how many it left out', () => {
    const list = new ProblemList();
    list.add(...Array.from({ length: 49_999 }, () => problem));
    list.add(problem, problem);
    list.add(problem);
    expect(list.all()).toHaveLength(50_001);
    expect(list.all().at(-1)).toEqual(sheetProblem('', 'sheet.more-problems', { count: 2 }));
  });
});
