import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { invariant } from '../../core/shared/invariant.js';
import type { Visitor, VisitorRequest } from './visitor.js';

/** Whoever sent the request; the guard has let her in. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): Visitor => {
  const { visitor } = context.switchToHttp().getRequest<VisitorRequest>();
  invariant(visitor !== undefined, 'the guard identified the visitor');
  return visitor;
});
