import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Observable } from 'rxjs';
import { askingFor } from '../../core/access/mandate.js';
import { operations, type Operation, type ReadingName } from '../../core/access/operations.js';
import { CurrentActor } from '../../platform/session/current-actor.js';
import { accessOf, type RouteAccess } from '../../web/operation.decorator.js';
import type { VisitorRequest } from './visitor.js';

/** Runs every handler in the name of whoever asks; one that only reads is shown the rows of her scopes only. */
@Injectable()
export class ActingInterceptor implements NestInterceptor {
  constructor(private readonly current: CurrentActor) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const access = accessOf(context.getHandler());
    const visitor = context.switchToHttp().getRequest<VisitorRequest>().visitor;
    if (visitor === undefined) return next.handle();
    const { person } = visitor;
    return new Observable((subscriber) => {
      const handle = () => next.handle().subscribe(subscriber);
      return isReading(access)
        ? this.current.read(askingFor(person, access), handle)
        : this.current.run(person, handle);
    });
  }
}

function isReading(access: RouteAccess | undefined): access is ReadingName {
  if (access === undefined || access === 'open' || access === 'signed-in') return false;
  const operation: Operation = operations[access];
  return operation.kind === 'read' && operation.whole !== true;
}
