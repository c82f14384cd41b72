import { carryMoves, type LineRoom } from '../../../src/core/overpayment/carry-moves.js';

const room = (id: number, available: bigint, isClosed = false): LineRoom => ({ id, available, isClosed });
const found = (...moves: readonly (readonly [number, number, bigint])[]) => ({
  moves: moves.map(([fromSourceId, toSourceId, amount]) => ({ fromSourceId, toSourceId, amount })),
});

describe('carryMoves', () => {
  it('carries while lines have room; who does not fit waits whole, with what is missing', () => {
    const [first, large, last] = [found([1, 2, 50n]), found([1, 2, 60n], [1, 3, 5n]), found([1, 2, 40n])];
    const { carried, waiting } = carryMoves([first, large, last], [room(1, 0n), room(2, 100n), room(3, 0n)]);
    expect(carried).toEqual([first, last]);
    expect(waiting).toEqual([
      {
        found: large,
        short: [
          { sourceId: 2, missing: 10n },
          { sourceId: 3, missing: 5n },
        ],
      },
    ]);
  });

  it('makes no room of what a line is given back', () => {
    const [out, into] = [found([1, 2, 50n]), found([2, 1, 10n])];
    expect(carryMoves([out, into], [room(1, 0n), room(2, 50n)]).carried).toEqual([out]);
  });

  it('asks no room of a closed year: what it spent stays', () => {
    expect(carryMoves([found([1, 2, 50n])], [room(1, 0n, true), room(2, 0n, true)]).waiting).toEqual([]);
  });
});
