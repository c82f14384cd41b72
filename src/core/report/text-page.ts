import { formatRupiah, type Rupiah } from '../shared/rupiah.js';

/** Characters across: a terminal as it opens, and a page of a printed mail. */
const PAGE_WIDTH = 92;
const AMOUNT_WIDTH = 16;

/** Text wrapped to the page, every line but the first indented a little more. */
export function wrapped(text: string, indent: number): string[] {
  const margin = ' '.repeat(indent);
  const lines: string[] = [];
  let line = margin;
  for (const word of text.split(/\s+/)) {
    const isEmpty = line.trim() === '';
    if (!isEmpty && line.length + 1 + word.length > PAGE_WIDTH) {
      lines.push(line);
      line = `${margin}  ${word}`;
    } else line = isEmpty ? `${line}${word}` : `${line} ${word}`;
  }
  return [...lines, line];
}

/** A text with its amount at the right edge, in the row where the text ends. */
export function withAmount(text: string, amount: Rupiah | null, indent: number): string[] {
  if (amount === null) return wrapped(text, indent);
  const lines = wrapped(text, indent);
  const last = lines.pop() ?? '';
  const figure = formatRupiah(amount).padStart(AMOUNT_WIDTH);
  const room = PAGE_WIDTH - AMOUNT_WIDTH;
  return last.length < room
    ? [...lines, `${last.padEnd(room)}${figure}`]
    : [...lines, last, `${' '.repeat(room)}${figure}`];
}

/** A heading and what stands under it, with an empty line before; nothing when nothing stands under it. */
export function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', heading.toUpperCase(), ...lines];
}

/** A line across the page above a total. */
export function totalRule(): string {
  return `${' '.repeat(PAGE_WIDTH - AMOUNT_WIDTH)}${'-'.repeat(AMOUNT_WIDTH)}`;
}
