import type { ErrorCode, Fact, FactsOf } from '../messages/catalog.js';
import { describe } from '../messages/describe.js';

/** A sentence for people with what it says for programs: its code and facts. */
export interface Statement {
  readonly code: ErrorCode;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly text: string;
}

/** Says something from the catalogue; the facts its wording asks for are checked by the compiler. */
export function say<Code extends ErrorCode>(code: Code, facts: FactsOf<Code>): Statement {
  return { code, facts, text: describe(code, facts) };
}
