import { Injectable } from '@nestjs/common';
import { purposes } from '../../core/privacy/purposes.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { Clock } from '../../platform/clock.js';
import type { SignInSecrets } from '../../platform/oidc/identity-provider.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';

const FLOW_MS = 10 * 60_000;

/** A sign-in that has begun, and the page that it leads to. */
export interface OidcFlow {
  readonly secrets: SignInSecrets;
  readonly then: string;
}

/** Sign-ins that have begun: sealed and left with the browser, so that nothing is stored for who never comes back. */
@Injectable()
export class OidcFlows {
  constructor(
    private readonly vault: FieldVault,
    private readonly clock: Clock,
  ) {}

  seal({ secrets: { state, nonce, verifier }, then }: OidcFlow): string {
    const expiresAt = this.clock.now().getTime() + FLOW_MS;
    const flow = JSON.stringify({ state, nonce, verifier, then, expiresAt });
    return this.vault.seal(purposes.oidcFlow, flow).toString('base64url');
  }

  /** @throws DomainError `identity.oidc-refused` for anything `seal` did not make in the last ten minutes */
  open(sealed: string | undefined): OidcFlow {
    if (sealed === undefined) throw refused();
    const { expiresAt, then, ...secrets } = this.unsealed(sealed);
    if (this.clock.now().getTime() < expiresAt) return { secrets, then };
    throw refused();
  }

  private unsealed(sealed: string): SealedFlow {
    try {
      // Nobody else can seal, so this is what was sealed.
      const flow = this.vault.open(purposes.oidcFlow, Buffer.from(sealed, 'base64url'));
      return JSON.parse(flow) as SealedFlow;
    } catch (error) {
      throw error instanceof DomainError ? refused() : error;
    }
  }
}

interface SealedFlow extends SignInSecrets {
  readonly then: string;
  readonly expiresAt: number;
}

function refused(): DomainError {
  return new DomainError('unauthenticated', 'identity.oidc-refused', {});
}
