import { shownText, type CellValue, type SheetRow } from './cell.js';
import { wordsOf } from './words.js';

const TOTAL = /^((SUB|GRAND) ?)?(TOTAL|JUMLAH|JML)( (TOTAL|SEMUA|SELURUHNYA|KESELURUHAN|KADER))?$/;
const TOTAL_OF_SOMETHING = /^((SUB|GRAND) ?)?(TOTAL|JUMLAH|JML)\b/;
const SIGNATURE =
  /^(MENGETAHUI|MENYETUJUI|MENGESAHKAN|DIKETAHUI|DISETUJUI|DISAHKAN|DITETAPKAN|DIBUAT|DISUSUN|A N|WALI NAGARI|PJ WALI NAGARI|KEPALA DESA|LURAH|CAMAT|SEKRETARIS NAGARI|BENDAHARA NAGARI|KAUR|TTD|NIP|CATATAN|KETERANGAN|NB|SUMBER)\b/;
const PLACE_AND_DATE =
  /^[A-Z ]+\d{0,2} ?(JAN|FEB|PEB|MAR|APR|MEI|JUN|JUL|AG|SEP|OKT|NOV|NOP|DES)[A-Z]* \d{4}$/;

/** True for a total: "JUMLAH" alone leading the row, or leading with more words a row that is hardly filled. */
export function isTotal(row: SheetRow, hardlyFilled: boolean): boolean {
  const first = textsOf([...row.cells.values()])[0] ?? '';
  return TOTAL.test(first) || (hardlyFilled && TOTAL_OF_SOMETHING.test(first));
}

/**
 * True for a line of the signatures and notes below a table. `needed` are the row's filled cells of needed
 * columns: they too must be such words, so that a person's half-filled row is never taken for a signature.
 */
export function isSignature(row: SheetRow, needed: readonly CellValue[]): boolean {
  const signs = (words: string): boolean => SIGNATURE.test(words) || PLACE_AND_DATE.test(words);
  const texts = textsOf([...row.cells.values()]);
  return texts.some(signs) && needed.every((cell) => textsOf([cell]).every(signs));
}

function textsOf(cells: readonly CellValue[]): string[] {
  return cells.map((cell) => wordsOf(shownText(cell))).filter((words) => words !== '');
}
