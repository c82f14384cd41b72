import fc from 'fast-check';
import { paginate } from '../../../src/core/formats/print-page.js';
import type { PrintRow } from '../../../src/core/formats/print-sheet.js';

const WIDTHS = [100];
/** 7.4 inch less 2 %, unshrunk. */
const PAGE = 522;

function rowsOf(heights: readonly number[]): PrintRow[] {
  return heights.map((height) => ({ cells: [], height }));
}

/** Rows by page. */
function pagesOf(rows: readonly PrintRow[]): PrintRow[][] {
  const pages: PrintRow[][] = [[]];
  for (const row of rows) {
    pages.at(-1)?.push(row);
    if (row.closesPage === true) pages.push([]);
  }
  return pages;
}

describe('paginate', () => {
  it('leaves rows that fit on one page alone', () => {
    const rows = rowsOf([100, 100, 100]);
    expect(paginate(rows, WIDTHS, { start: 2, repeated: 0 })).toEqual(rows);
  });

  it('moves the whole tail to the next page rather than tear it', () => {
    const pages = pagesOf(paginate(rowsOf([200, 200, 100, 100]), WIDTHS, { start: 2, repeated: 20 }));
    expect(pages.map((page) => page.length)).toEqual([2, 2]);
  });

  it('never fills a page beyond its height and never tears the tail', () => {
    const heights = fc.array(fc.integer({ min: 10, max: 60 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(heights, fc.integer({ min: 1, max: 5 }), (body, tailLength) => {
        const rows = rowsOf([...body, ...Array.from({ length: tailLength }, () => 50)]);
        const pages = pagesOf(paginate(rows, WIDTHS, { start: body.length, repeated: 45 }));
        pages.forEach((page, index) => {
          const height = page.reduce((sum, row) => sum + row.height, index === 0 ? 0 : 45);
          expect(height).toBeLessThanOrEqual(PAGE);
        });
        expect(pages.at(-1)?.length).toBeGreaterThanOrEqual(tailLength);
        expect(pages.flat()).toHaveLength(rows.length);
      }),
    );
  });
});
