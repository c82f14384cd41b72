/** Text as a terminal shows it and never obeys it: names come from sheets that anybody may have written. */
export function terminalText(text: string): string {
  return text.replace(OBEYED, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

// Controls but line ends and tabs, the single-character CSI (U+009B) among them; and what turns the writing around.
const OBEYED = /(?![\n\t])\p{Cc}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
