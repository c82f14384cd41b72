import { Injectable } from '@nestjs/common';
import type { Person } from '../../core/access/actor.js';
import { isOperation } from '../../core/access/operations.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { AccessService } from '../../modules/access/access.service.js';
import { IdentityService } from '../../modules/identity/identity.service.js';
import type { JobActor } from '../../modules/jobs/jobs.service.js';
import { UsersService } from '../../modules/users/users.service.js';
import { bringsCsrfToken, SessionCookie } from './session-cookie.js';
import { originOf, type Visitor, type VisitorRequest } from './visitor.js';
import { isSafe } from '../../web/safe-method.js';

/** Finds out who sent a request, by the access token it brings or by its cookie; roles are read anew each time. */
@Injectable()
export class IdentificationService {
  constructor(
    private readonly identity: IdentityService,
    private readonly access: AccessService,
    private readonly users: UsersService,
    private readonly cookie: SessionCookie,
  ) {}

  /** @throws DomainError `access.not-signed-in` for a token nobody knows, `http.csrf` for a forged change */
  async visitorOf(request: VisitorRequest): Promise<Visitor | undefined> {
    const authorization = request.get('authorization');
    if (authorization !== undefined) return this.byAccessToken(request, authorization);
    const token = this.cookie.read(request);
    const session = token === undefined ? undefined : await this.identity.sessionOf(token);
    if (token === undefined || session === undefined) return undefined;
    if (!isSafe(request) && !bringsCsrfToken(request, token)) {
      throw new DomainError('forbidden', 'http.csrf', {});
    }
    const { userId, username, fullName, hasSecondFactor } = session;
    const held = await this.held(userId);
    const person = { kind: 'person', userId, username, fullName, ...held, hasSecondFactor } as const;
    return { person, session: { token, session } };
  }

  /**
   * Somebody who asked earlier, with what she may do now.
   *
   * @throws DomainError `user.inactive`; `job.token-ended`, `job.session-ended` when what she came with counts no more
   */
  async personAgain(asker: JobActor): Promise<Person> {
    const { userId, hasSecondFactor, onlyOperations, tokenId } = asker;
    const username = (await this.users.byIds([userId])).get(userId)?.username ?? '';
    const { fullName } = await this.users.require(username);
    const held = await this.held(userId);
    const person = { kind: 'person', userId, username, fullName, ...held, hasSecondFactor } as const;
    if (onlyOperations === null) {
      await this.assertSignedInStill(asker, fullName);
      return person;
    }
    if (tokenId === null || !(await this.identity.isTokenInForce(tokenId))) {
      throw new DomainError('forbidden', 'job.token-ended', { person: fullName });
    }
    return { ...person, onlyOperations: onlyOperations.filter(isOperation) };
  }

  // Whoever ends somebody's sessions ends what they asked for and nobody has begun, also when she may work again.
  private async assertSignedInStill({ userId, signedInAt }: JobActor, person: string): Promise<void> {
    if (signedInAt === null) throw new DomainError('conflict', 'job.outdated', {});
    if (await this.identity.isSignedInSince(userId, signedInAt)) return;
    throw new DomainError('forbidden', 'job.session-ended', { person });
  }

  // Nobody is there to show a second factor: a token is limited to its operations, and never for what wants one.
  private async byAccessToken(request: VisitorRequest, authorization: string): Promise<Visitor> {
    const [scheme, bearer = ''] = authorization.split(' ');
    const use =
      scheme?.toLowerCase() === 'bearer' ? await this.identity.tokenOf(bearer, originOf(request)) : undefined;
    if (use === undefined) throw new DomainError('unauthenticated', 'access.not-signed-in', {});
    const { tokenId, userId, username } = use;
    const { fullName } = await this.users.require(username);
    const held = await this.held(userId);
    const onlyOperations = use.operations.filter(isOperation);
    const person = {
      kind: 'person',
      userId,
      username,
      fullName,
      ...held,
      hasSecondFactor: false,
      onlyOperations,
    } as const;
    return { person, tokenId };
  }

  private async held(userId: number): Promise<Pick<Person, 'grants' | 'mandates'>> {
    const grants = await this.access.grantsOf(userId);
    return { grants, mandates: await this.access.mandatesOf(userId) };
  }
}
