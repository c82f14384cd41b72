import type { NextFunction, Request, Response } from 'express';
import { DomainError } from '../core/shared/domain-error.js';

/** No body of ours has more parts within parts; far more of them overflow the stack of whoever walks through them. */
const DEPTH_MAX = 16;

// Every object has these already: the check of fields takes them for its own and would pass them over in silence.
const OF_EVERY_OBJECT = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

/** Refuses fields that would reach into every object of the program, and parts within parts without end. */
export function plainInput(request: Request, _response: Response, next: NextFunction): void {
  next(problemOf(request.query) ?? problemOf(request.body));
}

function problemOf(input: unknown): DomainError | undefined {
  let parts: readonly unknown[] = [input];
  for (let depth = 0; parts.length > 0; depth += 1) {
    if (depth > DEPTH_MAX) return new DomainError('invalid', 'http.unreadable', {});
    const objects = parts.filter((part) => typeof part === 'object' && part !== null);
    const field = objects.flatMap((part) => Object.keys(part)).find((name) => OF_EVERY_OBJECT.has(name));
    if (field !== undefined) return new DomainError('invalid', 'http.field-unknown', { field });
    parts = objects.flatMap((part) => Object.values(part) as unknown[]);
  }
  return undefined;
}
