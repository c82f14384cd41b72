import { Logger } from '@nestjs/common';
import * as client from 'openid-client';
import { DomainError } from '../../core/shared/domain-error.js';
import { randomToken } from '../secrets/tokens.js';
import type { OidcConfiguration } from './oidc-configuration.js';
import { findAway, fetchOrAway } from './provider-away.js';

/** What ties the provider's answer to the browser that asked. Nobody but that browser may bring it. */
export interface SignInSecrets {
  readonly state: string;
  readonly nonce: string;
  /** The PKCE verifier (RFC 7636). */
  readonly verifier: string;
}

/** Whom the provider vouches for, and how it says that it made sure. */
export interface VouchedIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly acr: string | undefined;
  readonly amr: readonly string[];
}

const TIMEOUT_SECONDS = 10;
const CODE_LENGTH_MAX = 60;
const CLOCK_TOLERANCE_SECONDS = 30;
// A session counts as just confirmed: who signed in at the provider longer ago than this shows there again who she is.
const SIGNED_IN_AT_MOST_SECONDS_AGO = 300;

/** The identity provider: asked for its addresses once, when somebody first wants to sign in there. */
export class IdentityProvider {
  private readonly logger = new Logger('OIDC');
  private discovered: Promise<client.Configuration> | undefined;

  constructor(private readonly configuration: OidcConfiguration | undefined) {}

  /** What people call it; undefined when there is none. */
  get name(): string | undefined {
    return this.configuration?.name;
  }

  /** The name its subjects are known under. @throws DomainError `identity.oidc-not-configured` */
  get issuer(): string {
    return this.chosen().issuer.href;
  }

  /** The values that say a second factor was asked for. @throws DomainError `identity.oidc-not-configured` */
  get secondFactorAcr(): readonly string[] {
    return this.chosen().secondFactorAcr;
  }

  /** Where to send a browser. @throws DomainError `identity.oidc-not-configured`, `identity.oidc-unreachable` */
  async begin(): Promise<{ readonly url: string; readonly secrets: SignInSecrets }> {
    const { redirectUrl, secondFactorAcr } = this.chosen();
    const provider = await this.discover();
    const verifier = client.randomPKCECodeVerifier();
    const secrets = { state: randomToken(), nonce: randomToken(), verifier };
    const url = client.buildAuthorizationUrl(provider, {
      redirect_uri: redirectUrl.href,
      scope: 'openid',
      state: secrets.state,
      nonce: secrets.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      max_age: String(SIGNED_IN_AT_MOST_SECONDS_AGO),
      ...(secondFactorAcr.length > 0 && { acr_values: secondFactorAcr.join(' ') }),
    });
    return { url: url.href, secrets };
  }

  /**
   * Exchanges the code that a browser brought back, in the parameters of its address, for who it is.
   *
   * @throws DomainError `identity.oidc-refused`, and as `begin`
   */
  async finish(parameters: URLSearchParams, secrets: SignInSecrets): Promise<VouchedIdentity> {
    const provider = await this.discover();
    const answered = new URL(this.chosen().redirectUrl);
    answered.search = parameters.toString();
    const checks = {
      expectedState: secrets.state,
      expectedNonce: secrets.nonce,
      pkceCodeVerifier: secrets.verifier,
      maxAge: SIGNED_IN_AT_MOST_SECONDS_AGO,
    };
    const tokens = await client.authorizationCodeGrant(provider, answered, checks).catch((error: unknown) => {
      throw this.refusal(error);
    });
    return this.identityIn(tokens.claims());
  }

  private chosen(): OidcConfiguration {
    if (this.configuration !== undefined) return this.configuration;
    throw new DomainError('missing', 'identity.oidc-not-configured', {});
  }

  // A failure is not kept: the next one who wants to sign in asks again.
  private discover(): Promise<client.Configuration> {
    this.discovered ??= this.askAddresses().catch((error: unknown) => {
      this.discovered = undefined;
      throw this.unreachable(error);
    });
    return this.discovered;
  }

  private async askAddresses(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.chosen();
    const inTheClear = issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [];
    const metadata = { [client.clockTolerance]: CLOCK_TOLERANCE_SECONDS };
    return client.discovery(issuer, clientId, metadata, client.ClientSecretBasic(clientSecret), {
      [client.customFetch]: fetchOrAway,
      timeout: TIMEOUT_SECONDS,
      execute: [client.enableNonRepudiationChecks, ...inTheClear],
    });
  }

  // A provider for many organisations signs under several names; subjects are only known under the one chosen.
  private identityIn(claims: client.IDToken | undefined): VouchedIdentity {
    const issuer = claims === undefined ? undefined : new URL(claims.iss).href;
    if (claims === undefined || issuer !== this.issuer) throw this.refusal('another issuer');
    const { sub: subject, acr, amr } = claims;
    return { issuer, subject, acr: textIn(acr), amr: Array.isArray(amr) ? amr.filter(isText) : [] };
  }

  private refusal(error: unknown): DomainError {
    const away = findAway(error);
    if (away !== undefined) return this.unreachable(away);
    this.logger.warn(`refused: ${reasonOf(error)}`);
    return new DomainError('unauthenticated', 'identity.oidc-refused', {});
  }

  private unreachable(error: unknown): DomainError {
    if (isRefusal(error)) return error;
    const { issuer } = this;
    this.logger.warn(`${issuer} does not answer: ${reasonOf(findAway(error) ?? error)}`);
    return new DomainError('unavailable', 'identity.oidc-unreachable', { issuer });
  }
}

// As `instanceof` narrows it, its code would be of any type.
function isRefusal(error: unknown): error is DomainError {
  return error instanceof DomainError;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function textIn(value: unknown): string | undefined {
  return isText(value) ? value : undefined;
}

// What the library says, and the provider's own code: the rest that it sent may hold tokens.
function reasonOf(error: unknown): string {
  const { message = String(error), error: code } = error as { message?: string; error?: unknown };
  return isText(code) ? `${message}: ${JSON.stringify(code.slice(0, CODE_LENGTH_MAX))}` : message;
}
