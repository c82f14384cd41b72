import { readFileSync } from 'node:fs';
import type { RecipientsList } from '../../src/core/formats/recipients-list/recipients-list.js';
import { invariant } from '../../src/core/shared/invariant.js';

const MONEY = new Set(['rate', 'gross', 'incomeTax', 'otherDeductions', 'net']);

/** The list of the golden case; its amounts are numbers in JSON and rupiah here. */
export function goldenList(): RecipientsList {
  const text = readFileSync('test/golden/recipients-list/satu-nagari/input.json', 'utf8');
  return JSON.parse(text, (key, value: unknown) =>
    MONEY.has(key) && typeof value === 'number' ? BigInt(value) : value,
  ) as RecipientsList;
}

/** The golden list with so many recipients like its first. */
export function listOf(count: number): RecipientsList {
  const list = goldenList();
  const [first] = list.recipients;
  invariant(first !== undefined, 'the golden list has a recipient');
  return { ...list, recipients: Array.from({ length: count }, () => first) };
}
