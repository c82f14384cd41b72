import { maskLongNumbers } from '../formats/mask-long-numbers.js';
import type { ErrorCode, Fact } from './catalog.js';
import { describe } from './describe.js';

/** A refusal as it leaves by any door. */
export interface ShownRefusal {
  readonly code: ErrorCode;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly message: string;
}

/** A refusal as people and programs may read it: what was typed is repeated in it, but no number of a person whole. */
export function shownRefusal({ code, facts }: Pick<ShownRefusal, 'code' | 'facts'>): ShownRefusal {
  const shown = shownFacts(facts);
  return { code, facts: shown, message: describe(code, shown) };
}

/** Facts without any number of a person whole. */
export function shownFacts(facts: ShownRefusal['facts']): ShownRefusal['facts'] {
  const shown = Object.entries(facts).map(([name, fact]) => [
    name,
    typeof fact === 'string' ? maskLongNumbers(fact) : fact,
  ]);
  return Object.fromEntries(shown) as ShownRefusal['facts'];
}
