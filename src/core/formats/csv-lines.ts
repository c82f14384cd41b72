/**
 * A table as Excel in Indonesian reads it: parted by semicolons, CRLF, with a BOM. Text that a spreadsheet would take
 * for a formula begins with an apostrophe.
 */
export function* csvLines(rows: Iterable<readonly (string | number | bigint)[]>): Generator<string> {
  let mark = '\uFEFF';
  for (const cells of rows) {
    yield `${mark}${cells.map(cellText).join(';')}\r\n`;
    mark = '';
  }
}

// The wide signs too: spreadsheets set to East Asian languages read them alike.
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

function cellText(cell: string | number | bigint): string {
  // Indonesian spreadsheets write the fraction behind a comma.
  if (typeof cell !== 'string') return String(cell).replace('.', ',');
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
