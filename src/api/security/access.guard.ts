import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { assertMayAsk } from '../../core/access/authorize.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { IdentityService, type Session } from '../../modules/identity/identity.service.js';
import { accessOf } from '../../web/operation.decorator.js';
import { Throttle } from '../../web/throttle.js';
import { wantsRecentProof } from './recent-proof.decorator.js';
import { IdentificationService } from './identification.service.js';
import type { Visitor, VisitorRequest } from './visitor.js';

/**
 * Before any handler: who asks, may she ask this at all, and is it still she? What a change touches is checked by the service, with
 * the same table. A route that states nothing is closed.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly identification: IdentificationService,
    private readonly throttle: Throttle,
    private readonly identity: IdentityService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = accessOf(context.getHandler());
    if (access === undefined) throw new DomainError('forbidden', 'http.undeclared', {});
    if (access === 'open') return true;
    const request = context.switchToHttp().getRequest<VisitorRequest>();
    const visitor = await this.identification.visitorOf(request);
    if (visitor === undefined) throw new DomainError('unauthenticated', 'access.not-signed-in', {});
    await this.throttle.person(visitor.person.userId);
    if (access === 'signed-in') ownSession(visitor);
    else assertMayAsk(visitor.person, access);
    if (wantsRecentProof(context.getHandler())) this.identity.requireRecent(ownSession(visitor));
    request.visitor = visitor;
    return true;
  }
}

// A machine's token is for the operations it was made for; sessions and passwords are none of its business.
function ownSession({ session }: Visitor): Session {
  if (session === undefined) throw new DomainError('unauthenticated', 'access.not-signed-in', {});
  return session.session;
}
