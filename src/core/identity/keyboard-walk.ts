// Where the keys are: each row a little to the right of the one above, as on every QWERTY keyboard.
const ROWS = [
  { keys: '1234567890-=', shifted: '!@#$%^&*()_+', left: 0 },
  { keys: 'qwertyuiop[]\\', shifted: 'QWERTYUIOP{}|', left: 0.5 },
  { keys: "asdfghjkl;'", shifted: 'ASDFGHJKL:"', left: 0.75 },
  { keys: 'zxcvbnm,./', shifted: 'ZXCVBNM<>?', left: 1.25 },
] as const;

const PLACES = new Map(
  ROWS.flatMap(({ keys, shifted, left }, row) =>
    [keys, shifted].flatMap((written) =>
      Array.from(written, (character, key) => [character, { row, key, x: key + left }] as const),
    ),
  ),
);

const STRAIGHT_MIN = 3;
const WANDERING_MIN = 4;

/** Whether fingers go over neighbouring keys in one line, forward, backward, up or down: `rewq`, `1qaz`, `xsw2`. */
export function isStraightWalk(piece: readonly string[]): boolean {
  if (piece.length < STRAIGHT_MIN) return false;
  const first = stepTo(piece, 1);
  if (first === undefined) return false;
  return piece.every((_, index) => {
    const step = index === 0 ? first : stepTo(piece, index);
    return step?.down === first.down && step.along === first.along;
  });
}

/** The same in any direction and also staying on a key: `1q2w3e4r`, `zaq12wsx`, `qweasdzxc` as far as `qweasd`. */
export function isWalk(piece: readonly string[]): boolean {
  if (piece.length < WANDERING_MIN) return false;
  return piece.every((_, index) => index === 0 || stepTo(piece, index) !== undefined);
}

/** From the key before; undefined when it is no neighbour. */
function stepTo(
  piece: readonly string[],
  index: number,
): { readonly down: number; readonly along: number } | undefined {
  const [from, to] = [PLACES.get(piece[index - 1] ?? ''), PLACES.get(piece[index] ?? '')];
  if (from === undefined || to === undefined) return undefined;
  const down = to.row - from.row;
  const isNeighbour = Math.abs(down) <= 1 && Math.abs(to.x - from.x) <= (down === 0 ? 1 : 1.5);
  return isNeighbour ? { down, along: to.key - from.key } : undefined;
}
