/** Sixteen digits in a row, with what people put between the groups of a NIK or KK number. */
const SIXTEEN_DIGITS = /(?<!\d)\d(?:[ .-]?\d){15}(?!\d)/;
const DAY = /\b(\d{4}-\d{2}-\d{2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})\b/g;

/** Whether a text holds what may be a NIK or KK number; two days beside each other are none. */
export function holdsPersonalNumber(text: string): boolean {
  return SIXTEEN_DIGITS.test(text.replace(DAY, 'tanggal'));
}
