import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { ActName, OperationName, ReadingName } from '../core/access/operations.js';

const OPERATION = 'honor:operation';

/** Under which name the OpenAPI document says what a route is. */
export const ROUTE_ACCESS = 'x-operation';

/** What a route is, for the guard: an operation of the table, open to everybody, or for anybody who is signed in. */
export type RouteAccess = OperationName | 'open' | 'signed-in';

/** The route reads; the service is asked in the name of whoever is signed in and shows the rows of her scopes. */
export const Reads = (operation: ReadingName) => states(operation);

/** The route changes something; the service checks what it touches. */
export const Acts = (operation: ActName) => states(operation);

/** Everybody may ask, signed in or not. */
export const Open = () => states('open');

/** Whoever is signed in may ask, for herself. */
export const SignedIn = () => states('signed-in');

/** What a handler stated; undefined: nothing, and then nobody may ask it. */
export function accessOf(handler: object): RouteAccess | undefined {
  return Reflect.getMetadata(OPERATION, handler) as RouteAccess | undefined;
}

function states(access: RouteAccess) {
  return applyDecorators(SetMetadata(OPERATION, access), ApiExtension(ROUTE_ACCESS, access));
}
