import type { Person } from '../access/actor.js';
import { covers } from '../access/scope.js';
import { functionKey } from '../approval/approval-bands.js';
import { holds, type RequestTurn } from './own-step.js';

/** A further signature that a person can give to a request. */
export interface OwnSignature {
  /** As the bands name it: "Camat". */
  readonly function: string;
  /** False for who may sign, but whose position says nothing of the function. */
  readonly isByPosition: boolean;
  /** She showed no second factor. */
  readonly obstacle: 'second-factor' | undefined;
}

const ACTING = /^(?:plh|plt|pj|pjs)\.? /;

/**
 * The further signatures that wait for this person. Bands name a function, and nobody by name: asked is who may sign
 * for this payer and whose position begins with it, "Camat Sitiung" or "Plh. Camat Sitiung". The Pokjanal, which has
 * no other step in a request, may say that a function is its own when none is by position. Like `ownStepOf` it is for
 * showing; signing asks again.
 */
export function ownSignaturesOf(person: Person, position: string, turn: RequestTurn): OwnSignature[] {
  const { handIds, missing, payer } = turn;
  if (handIds.includes(person.userId) || !holds(person, 'request.countersign', payer)) return [];
  const obstacle = person.hasSecondFactor ? undefined : 'second-factor';
  const own = missing.filter((one) => isOf(position, one.function));
  const isPokjanal = person.grants.some(({ role, scope }) => role === 'pokjanal' && covers(scope, payer));
  const asked = own.length > 0 || !isPokjanal ? own : missing;
  return asked.map((one) => ({ function: one.function, isByPosition: own.includes(one), obstacle }));
}

function isOf(position: string, name: string): boolean {
  const held = functionKey(position).replace(ACTING, '');
  const asked = functionKey(name);
  return held === asked || held.startsWith(`${asked} `);
}
