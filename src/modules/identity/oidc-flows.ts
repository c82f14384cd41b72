import { Injectable } from '@nestjs/common';
import { purposes } from '../../core/privacy/purposes.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { Clock } from '../../platform/clock.js';
import type { SignInSecrets } from '../../platform/oidc/identity-provider.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';

const FLOW_MS = 10 * 60_000;

/** Sign-ins that have begun: sealed and left with the browser, so that nothing is stored for who never comes back. */
@Injectable()
export class OidcFlows {
  constructor(
    private readonly vault: FieldVault,
    private readonly clock: Clock,
  ) {}

  seal({ state, nonce, verifier }: SignInSecrets): string {
    const expiresAt = this.clock.now().getTime() + FLOW_MS;
    const flow = JSON.stringify({ state, nonce, verifier, expiresAt });
    return this.vault.seal(purposes.oidcFlow, flow).toString('base64url');
  }

  /** @throws DomainError `identity.oidc-refused` for anything `seal` did not make in the last ten minutes */
  open(sealed: string | undefined): SignInSecrets {
    if (sealed === undefined) throw refused();
    const { expiresAt, ...secrets } = this.unsealed(sealed);
    if (this.clock.now().getTime() < expiresAt) return secrets;
    throw refused();
  }

  private unsealed(sealed: string): SignInSecrets & { readonly expiresAt: number } {
    try {
      // Nobody else can seal, so this is what was sealed.
      const flow = this.vault.open(purposes.oidcFlow, Buffer.from(sealed, 'base64url'));
      return JSON.parse(flow) as SignInSecrets & { readonly expiresAt: number };
    } catch (error) {
      throw error instanceof DomainError ? refused() : error;
    }
  }
}

function refused(): DomainError {
  return new DomainError('unauthenticated', 'identity.oidc-refused', {});
}
