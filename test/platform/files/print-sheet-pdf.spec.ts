import { bankBook } from '../../../src/core/books/cash-book.js';
import { bankBookSheet } from '../../../src/core/books/paper/cash-book-sheet.js';
import { buildRecipientsList } from '../../../src/core/formats/recipients-list/build-recipients-list.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { printSheetPdf } from '../../../src/platform/files/print-sheet-pdf.js';
import { bookEntry, bookHeading, CASH } from '../../support/book-ledger.js';
import { pdfPages } from '../../support/pdf-text.js';
import { goldenList, listOf } from '../../support/recipients-list.js';
import { atAnotherTime } from '../../support/at-another-time.js';

const LONG = `Pembayaran HK1-1-0001 SPP 1/SPP/2026 ${'atas nama yang panjang sekali '.repeat(12)}selesai`;

/** A Buku Bank with so many transfers, the last with a text of many lines. */
function bankSheet(transfers: number) {
  const entries = Array.from({ length: transfers }, (_, index) =>
    bookEntry({
      sequence: index + 1,
      effectiveOn: plainDate('2026-01-15'),
      ...(index + 1 === transfers ? { memo: LONG } : {}),
    }),
  );
  const facts = { month: serviceMonth('2026-01'), cashAccountId: CASH.first, totals: [], entries };
  return bankBookSheet(bookHeading, bankBook({ ...facts, codeOf: () => '2.2.02 / 5.2.2.03' }));
}

describe('printSheetPdf', () => {
  it('gives the same bytes for the same sheet, years apart', async () => {
    const draw = () => printSheetPdf(bankSheet(60));
    const first = await atAnotherTime('2026-10-05T01:02:03Z', draw);
    const second = await atAnotherTime('2031-03-04T05:06:08Z', draw);
    expect(second.equals(first)).toBe(true);
    expect(first.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('repeats the heading of the table on each page and counts the pages', async () => {
    const pages = pdfPages(await printSheetPdf(bankSheet(60)));
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('BuktiTransaksi');
      expect(page).toContain(`Halaman${String(index + 1)}dari${String(pages.length)}`);
      expect(page).toContain('Bukubesarposisi7:abababababababab');
    }
    expect(pages.filter((page) => page.includes('BUKUBANK'))).toHaveLength(1);
  });

  it('writes every row once, wraps what is long, and keeps sums and signatures together', async () => {
    const pages = pdfPages(await printSheetPdf(bankSheet(60)));
    const whole = pages.join('');
    expect(whole).toContain('selesai');
    expect(whole.split('-4.500.000')).toHaveLength(3);
    expect(pages.at(-1)).toContain('Saldoakhir');
    expect(pages.at(-1)).toContain('KaurKeuangan');
    expect(pages.at(-1)).toContain('minusempatjutalimaratusriburupiah');
  });

  it('prints whatever else there is a sheet for', async () => {
    expect(pdfPages(await printSheetPdf(buildRecipientsList(goldenList())))).toHaveLength(1);
    const pages = pdfPages(await printSheetPdf(buildRecipientsList(listOf(60))));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages[0]).toContain('219.375');
  });
});
