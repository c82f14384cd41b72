import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isSecondFactorVouched } from '../../core/identity/vouched-second-factor.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { IdentityProvider, type VouchedIdentity } from '../../platform/oidc/identity-provider.js';
import { IdentityLogService, type Origin } from './identity-log.service.js';
import { OidcFlows } from './oidc-flows.js';
import { OidcLinksRepository } from './oidc-links.repository.js';
import { SessionsService, type SignedIn } from './sessions.service.js';
import { lockUser } from './user-lock.js';

/** Who came in, and the page that she asked for when she began. */
export interface Arrival {
  readonly signedIn: SignedIn;
  readonly then: string;
}

/** Signing in where the office already has accounts. It opens the door to users we know and never makes one. */
@Injectable()
export class OidcSignInService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly provider: IdentityProvider,
    private readonly flows: OidcFlows,
    private readonly links: OidcLinksRepository,
    private readonly sessions: SessionsService,
    private readonly log: IdentityLogService,
  ) {}

  /** What people call the provider; undefined when there is none to sign in at. */
  providerName(): string | undefined {
    return this.provider.name;
  }

  /**
   * Where to send the browser, and what it must bring back: keep the flow where only this browser has it.
   *
   * @param then the page of ours that it leads to in the end
   * @throws DomainError `identity.oidc-not-configured`, `identity.oidc-unreachable`
   */
  async begin(then: string): Promise<{ readonly url: string; readonly flow: string }> {
    const { url, secrets } = await this.provider.begin();
    return { url, flow: this.flows.seal({ secrets, then }) };
  }

  /**
   * Of the address the browser came back to only the parameters count. Without a flow it did not begin here.
   *
   * @throws DomainError `identity.oidc-refused`, `identity.oidc-unlinked`, and as `begin`
   */
  async finish(currentUrl: URL, flow: string | undefined, origin: Origin): Promise<Arrival> {
    // Read first: where no provider is configured, that is what is said.
    const { secondFactorAcr } = this.provider;
    const { secrets, then } = this.flows.open(flow);
    const identity = await this.provider.finish(currentUrl.searchParams, secrets);
    const hasSecondFactor = isSecondFactorVouched(identity, secondFactorAcr);
    const user = await this.links.userOf(this.dataSource, identity);
    const proven = user === undefined ? undefined : { ...user, hasSecondFactor };
    const signedIn = proven === undefined ? undefined : await this.open(proven, identity, origin);
    if (signedIn !== undefined) return { signedIn, then };
    const { address, agent } = origin;
    const event = { what: 'sign-in-refused', userId: user?.userId, actorId: undefined, detail: 'oidc' };
    await this.log.record(this.dataSource, { ...event, address, agent });
    throw new DomainError('unauthenticated', 'identity.oidc-unlinked', {});
  }

  private open(
    { userId, hasSecondFactor }: Pick<SignedIn['session'], 'userId' | 'hasSecondFactor'>,
    identity: VouchedIdentity,
    origin: Origin,
  ): Promise<SignedIn | undefined> {
    return this.dataSource.transaction(async (tx) => {
      await lockUser(tx, userId);
      // Under the lock: she may have been unlinked, or deactivated, while the provider was asked.
      const current = await this.links.userOf(tx, identity);
      if (current?.userId !== userId || !current.isActive) return undefined;
      return this.sessions.open(tx, { userId, method: 'oidc', hasSecondFactor }, origin);
    });
  }
}
