import { SetMetadata } from '@nestjs/common';
import type { ActName, OperationName, ReadingName } from '../core/access/operations.js';

const OPERATION = 'honor:operation';

/** What a route is, for the guard: an operation of the table, open to everybody, or for anybody who is signed in. */
export type RouteAccess = OperationName | 'open' | 'signed-in';

/** The route reads; the service is asked in the name of whoever is signed in and shows the rows of her scopes. */
export const Reads = (operation: ReadingName) => SetMetadata(OPERATION, operation satisfies RouteAccess);

/** The route changes something; the service checks what it touches. */
export const Acts = (operation: ActName) => SetMetadata(OPERATION, operation satisfies RouteAccess);

/** Everybody may ask, signed in or not. */
export const Open = () => SetMetadata(OPERATION, 'open' satisfies RouteAccess);

/** Whoever is signed in may ask, for herself. */
export const SignedIn = () => SetMetadata(OPERATION, 'signed-in' satisfies RouteAccess);

/** What a handler stated; undefined: nothing, and then nobody may ask it. */
export function accessOf(handler: object): RouteAccess | undefined {
  return Reflect.getMetadata(OPERATION, handler) as RouteAccess | undefined;
}
