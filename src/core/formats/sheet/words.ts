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

/** The words without what stands in brackets: "NIK (16 angka)" is headed "NIK". */
export function wordsOutsideBrackets(text: string): string {
  return wordsOf(text.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '));
}
