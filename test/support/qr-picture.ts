import readQr from 'jsqr';

/** What a camera reads of a picture of these modules: squares of pixels, with a white border around. */
export function scanned(rows: readonly (readonly boolean[])[], pixelsAModule = 3): string | undefined {
  const border = 4;
  const side = (rows.length + 2 * border) * pixelsAModule;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const [row, column] = [y, x].map((pixel) => Math.floor(pixel / pixelsAModule) - border);
      if (rows[row ?? -1]?.[column ?? -1] === true)
        pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  // Its types are those of CommonJS, where the function is the module.
  const read = readQr as unknown as typeof readQr.default;
  return read(pixels, side, side)?.data;
}

/** The modules that an SVG picture of a QR code draws. */
export function modulesOfSvg(svg: string): boolean[][] {
  const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]) - 8;
  const rows = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    rows[Number(y) - 4]?.fill(true, Number(x) - 4, Number(x) - 4 + Number(length));
  }
  return rows;
}
