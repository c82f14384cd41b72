import qrcode from 'qrcode-generator';

/** A QR code as rows of modules from the top; true is dark. */
export interface QrCode {
  /** 1 to 40; 40 has 177 modules a side. */
  readonly version: number;
  readonly rows: readonly (readonly boolean[])[];
}

/** The white border, in modules, without which readers do not find the code. */
const QUIET = 4;
const MILLIMETRES_A_MODULE = 0.5;

/**
 * The smallest QR code of a text, with error correction L: what it holds is checked by its hash, or read from a
 * screen.
 *
 * @param mode `Alphanumeric` is the smaller and knows capitals, digits and a few signs; `Byte` takes ASCII
 * @throws when the text has characters outside the mode, or is too long for it
 */
export function qrCode(text: string, mode: 'Alphanumeric' | 'Byte' = 'Alphanumeric'): QrCode {
  const code = qrcode(0, 'L');
  code.addData(text, mode);
  code.make();
  const size = code.getModuleCount();
  const numbers = Array.from({ length: size }, (_, index) => index);
  const rows = numbers.map((row) => numbers.map((column) => code.isDark(row, column)));
  return { version: (size - 17) / 4, rows };
}

/** The code as an SVG picture, half a millimetre a module, with its white border. */
export function qrSvg({ rows }: QrCode): string {
  const size = rows.length + 2 * QUIET;
  const width = `${String(size * MILLIMETRES_A_MODULE)}mm`;
  const path = rows.flatMap((row, y) => runsOf(row).map((run) => bar(run, y))).join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${width}" viewBox="0 0 ${String(size)} ${String(size)}" shape-rendering="crispEdges">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    `<path d="${path}"/>`,
    `</svg>`,
    ``,
  ].join('\n');
}

/** Start and length of each run of dark modules. */
function runsOf(row: readonly boolean[]): { start: number; length: number }[] {
  const runs: { start: number; length: number }[] = [];
  row.forEach((isDark, x) => {
    const last = runs.at(-1);
    if (!isDark) return;
    if (last !== undefined && last.start + last.length === x) last.length += 1;
    else runs.push({ start: x, length: 1 });
  });
  return runs;
}

function bar({ start, length }: { start: number; length: number }, y: number): string {
  return `M${String(start + QUIET)} ${String(y + QUIET)}h${String(length)}v1h-${String(length)}z`;
}
