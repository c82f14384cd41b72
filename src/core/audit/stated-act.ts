import { maskLongNumbers } from '../formats/mask-long-numbers.js';
import type { Actor } from '../access/actor.js';

/** What is known of an act beside its actor: where it came from, for which operation, and why. */
export interface Circumstances {
  /** A network address, or where else: `baris perintah`, `layanan`. */
  readonly address: string;
  /** What asked: a browser; on the command line who is signed in at the operating system. */
  readonly agent: string;
  /** The operation of `core/access/operations.ts`. */
  readonly operation: string;
  /** Why, when somebody said it. */
  readonly reason: string;
  /** User name of whoever the command line acts for. */
  readonly by?: string | undefined;
}

/** Who acts and how, as a connection states it to the database; see the README of this folder. */
export interface StatedAct extends Omit<Circumstances, 'by'> {
  /** `visitor`: nobody has signed in. */
  readonly kind: 'person' | 'system' | 'visitor';
  /** User name; empty for the system and for visitors. */
  readonly actor: string;
}

const TEXT_LENGTH_MAX = 500;

/** What a connection states of whoever acts now; undefined: a visitor who has not signed in. */
export function statedAct(actor: Actor | undefined, circumstances: Circumstances): StatedAct {
  const { by, ...rest } = circumstances;
  const who = whoOf(actor, by);
  return {
    ...who,
    address: kept(rest.address),
    agent: kept(rest.agent),
    operation: kept(rest.operation),
    reason: kept(rest.reason),
  };
}

function whoOf(actor: Actor | undefined, by: string | undefined): Pick<StatedAct, 'kind' | 'actor'> {
  if (actor === undefined) return { kind: 'visitor', actor: '' };
  if (actor.kind === 'person') return { kind: 'person', actor: actor.username };
  return by === undefined ? { kind: 'system', actor: '' } : { kind: 'person', actor: kept(by) };
}

// A database takes no NUL in a text, and whoever writes a header or a reason must not stop what is recorded; the
// numbers of people do not belong into what everybody may read.
function kept(text: string): string {
  return maskLongNumbers(text.replace(/\p{Cc}+/gu, ' '))
    .slice(0, TEXT_LENGTH_MAX)
    .trim();
}
