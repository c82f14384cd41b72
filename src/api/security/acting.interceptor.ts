import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Observable } from 'rxjs';
import { askingFor } from '../../core/access/mandate.js';
import { isOperation, readsScopeOnly } from '../../core/access/operations.js';
import { seenText } from '../../core/shared/seen-text.js';
import { CurrentActor } from '../../platform/session/current-actor.js';
import { accessOf } from '../../web/operation.decorator.js';
import { originOf, type VisitorRequest } from './visitor.js';

/**
 * Runs every handler in the name of whoever asks, from where and why; one that only reads is shown the rows of her
 * scopes only.
 */
@Injectable()
export class ActingInterceptor implements NestInterceptor {
  constructor(private readonly current: CurrentActor) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const access = accessOf(context.getHandler());
    const request = context.switchToHttp().getRequest<VisitorRequest>();
    const asked = access !== undefined && isOperation(access) ? access : undefined;
    const operation = asked === undefined ? {} : { operation: asked };
    const circumstances = { ...originOf(request), reason: reasonIn(request.body), ...operation };
    const person = request.visitor?.person;
    return new Observable((subscriber) => {
      const handle = () => next.handle().subscribe(subscriber);
      return person !== undefined && asked !== undefined && readsScopeOnly(asked)
        ? this.current.read(askingFor(person, asked), handle)
        : this.current.run(person, handle, circumstances);
    });
  }
}

// Whatever says why is called one of these in every body.
function reasonIn(body: unknown): string {
  const { reason, basis, note } = (body ?? {}) as Readonly<Record<string, unknown>>;
  return seenText([reason, basis, note].find((text) => typeof text === 'string') ?? '');
}
