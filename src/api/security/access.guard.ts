import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { assertMayAsk } from '../../core/access/authorize.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { accessOf } from '../../web/operation.decorator.js';
import { Throttle } from '../../web/throttle.js';
import { IdentificationService } from './identification.service.js';
import type { Visitor, VisitorRequest } from './visitor.js';

/**
 * Before any handler: who asks, and may she ask this at all? What a change touches is checked by the service, with
 * the same table. A route that states nothing is closed.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly identification: IdentificationService,
    private readonly throttle: Throttle,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = accessOf(context.getHandler());
    if (access === undefined) throw new DomainError('forbidden', 'http.undeclared', {});
    if (access === 'open') return true;
    const request = context.switchToHttp().getRequest<VisitorRequest>();
    const visitor = await this.identification.visitorOf(request);
    if (visitor === undefined) throw new DomainError('unauthenticated', 'access.not-signed-in', {});
    await this.throttle.person(visitor.person.userId);
    if (access === 'signed-in') assertInPerson(visitor);
    else assertMayAsk(visitor.person, access);
    request.visitor = visitor;
    return true;
  }
}

// A machine's token is for the operations it was made for; sessions and passwords are none of its business.
function assertInPerson({ session }: Visitor): void {
  if (session === undefined) throw new DomainError('unauthenticated', 'access.not-signed-in', {});
}
