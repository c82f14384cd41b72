import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { VisitorRequest } from '../../api/security/visitor.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { accessOf } from '../../web/operation.decorator.js';
import { isSafe } from '../../web/safe-method.js';
import { FormCookie } from './form-cookie.js';

/**
 * No form of a page is taken without the token of its browser. Of whoever is signed in the token follows from the
 * session and was checked when she was recognised; before that it follows from a cookie of its own. Machines with
 * access tokens, which bring no token of a form, have the API.
 */
@Injectable()
export class FormGuard implements CanActivate {
  constructor(private readonly cookie: FormCookie) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<VisitorRequest>();
    if (accessOf(context.getHandler()) !== 'open') {
      if (request.visitor?.session !== undefined) return true;
      throw new DomainError('unauthenticated', 'access.not-signed-in', {});
    }
    if (isSafe(request) || this.cookie.isMatched(request)) return true;
    throw new DomainError('forbidden', 'http.csrf', {});
  }
}
