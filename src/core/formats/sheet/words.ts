/**
 * A heading or word reduced to what matters when people type it: capitals, letters and digits, single
 * spaces. "No. Rekening\n" and "NO REKENING" are the same words.
 */
export function wordsOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
}

/** A column heading for comparing: spaces aside, so that "N.I.K" is "NIK" and "NO REK" is "NOREK". */
export function headingKey(text: string): string {
  return wordsOf(text).replaceAll(' ', '');
}

/** The heading without what stands in brackets: "NIK (16 angka)" is "NIK". */
export function headingKeyOutsideBrackets(text: string): string {
  return headingKey(text.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '));
}
