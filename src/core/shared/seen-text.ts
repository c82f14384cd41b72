// Zero-width, text direction, fillers: what is not seen when it is printed, and lets two texts look the same or one look
// like another. Of controls those that are no white space.
const UNSEEN = /\p{Cf}|\p{Default_Ignorable_Code_Point}|(?!\s)\p{Cc}/gu;

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** The text without what nobody sees: through whichever door it came, it is kept as it is read. */
export function seenText(text: string): string {
  return text.replace(UNSEEN, '');
}

/** Whether a text says anything at all: a letter or a digit that can be seen. A dash, dots or blanks are no reason. */
export function saysSomething(text: string): boolean {
  return LETTER_OR_DIGIT.test(seenText(text));
}
