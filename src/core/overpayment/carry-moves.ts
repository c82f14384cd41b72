import type { Rupiah } from '../shared/rupiah.js';
import type { LineMove } from './line-moves.js';

/** What a budget line can still take; a line of a closed year bears no more and no less than it did. */
export interface LineRoom {
  readonly id: number;
  readonly available: Rupiah;
  readonly isClosed: boolean;
}

/** Moves between lines that can be settled now, and those whose line has no room for them. */
interface CarriedMoves<Found> {
  readonly carried: readonly Found[];
  readonly waiting: readonly {
    readonly found: Found;
    readonly short: readonly { readonly sourceId: number; readonly missing: Rupiah }[];
  }[];
}

/**
 * Which moves their budget lines can bear, in the order given; one month of a kader moves whole or waits whole. What
 * a line is given back makes no room for others: that is a decision of who sets the ceilings.
 */
export function carryMoves<Found extends { readonly moves: readonly LineMove[] }>(
  found: readonly Found[],
  rooms: readonly LineRoom[],
): CarriedMoves<Found> {
  const left = new Map(rooms.map(({ id, available }) => [id, available]));
  const carried: Found[] = [];
  const waiting: CarriedMoves<Found>['waiting'][number][] = [];
  for (const one of found) {
    const needs = isOfClosedYear(one, rooms) ? [] : needsOf(one);
    const short = needs.flatMap(({ sourceId, amount }) => {
      const room = left.get(sourceId) ?? 0n;
      return amount <= room ? [] : [{ sourceId, missing: amount - room }];
    });
    if (short.length > 0) waiting.push({ found: one, short });
    else {
      for (const { sourceId, amount } of needs) left.set(sourceId, (left.get(sourceId) ?? 0n) - amount);
      carried.push(one);
    }
  }
  return { carried, waiting };
}

/** What a closed year spent is reported and stays: its lines settle what they owe kader, and no budget moves. */
export function isOfClosedYear(
  { moves }: { readonly moves: readonly LineMove[] },
  rooms: readonly LineRoom[],
): boolean {
  const closed = new Set(rooms.filter(({ isClosed }) => isClosed).map(({ id }) => id));
  return moves.some(({ fromSourceId, toSourceId }) => closed.has(fromSourceId) || closed.has(toSourceId));
}

function needsOf({ moves }: { readonly moves: readonly LineMove[] }) {
  const needs = new Map<number, Rupiah>();
  for (const { toSourceId, amount } of moves) needs.set(toSourceId, (needs.get(toSourceId) ?? 0n) + amount);
  return [...needs].map(([sourceId, amount]) => ({ sourceId, amount }));
}
