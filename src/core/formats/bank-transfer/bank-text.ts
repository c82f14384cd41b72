/**
 * Text as every bank's upload takes it: upper-case ASCII letters, digits, space, dot and hyphen, so that it
 * needs no quoting; never starting with a sign a spreadsheet would read as a formula. May come out empty.
 */
export function bankText(text: string, longest: number): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’`´]/g, '')
    .toUpperCase()
    .replace(/[^A-Z0-9.-]+/g, ' ')
    .replace(/^[^A-Z0-9]+/, '')
    .slice(0, longest)
    .trim();
}
