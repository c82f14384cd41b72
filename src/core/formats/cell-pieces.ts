/** A part of a text that fits into one cell, and how many lines it takes there. */
export interface CellPiece {
  readonly text: string;
  readonly lines: number;
}

/**
 * Cuts a text into parts that a cell of a sheet can show: a row of Excel is 409 points high at most, and a cell holds
 * 32,767 characters. Joined they are the text, but for the line breaks at which it was cut. No character is cut in two.
 *
 * @param width characters of a line
 * @param height lines of a cell
 */
export function cellPieces(text: string, width: number, height: number): CellPiece[] {
  const pieces: CellPiece[] = [];
  let [kept, lines]: [string[], number] = [[], 0];
  for (const line of text.split(/\r\n|\r|\n/).flatMap((one) => slices(one, width * height))) {
    const more = Math.max(1, Math.ceil(Array.from(line).length / width));
    if (lines + more > height) {
      pieces.push({ text: kept.join('\n'), lines });
      [kept, lines] = [[], 0];
    }
    kept.push(line);
    lines += more;
  }
  return [...pieces, { text: kept.join('\n'), lines }];
}

function slices(line: string, size: number): string[] {
  if (line.length <= size) return [line];
  const characters = Array.from(line);
  const count = Math.ceil(characters.length / size);
  return Array.from({ length: count }, (_, index) =>
    characters.slice(index * size, (index + 1) * size).join(''),
  );
}
