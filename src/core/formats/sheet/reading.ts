import type { ErrorCode, FactsOf } from '../../messages/catalog.js';
import type { Reading } from './layout.js';
import { refusal } from './problem.js';

/** The value a cell was read as. */
export function readAs<Value>(value: Value): Reading<Value> {
  return { value };
}

/** Why a cell could not be read. */
export function refuse<Code extends ErrorCode>(code: Code, facts: FactsOf<Code>): Reading<never> {
  return { refusal: refusal(code, facts) };
}
