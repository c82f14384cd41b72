import { isRefusal } from '../../support/refusal.js';
import { readOidcConfiguration } from '../../../src/platform/oidc/oidc-configuration.js';

const WHOLE = {
  HONOR_OIDC_ISSUER: 'https://sso.dharmasrayakab.go.id/realms/asn',
  HONOR_OIDC_CLIENT_ID: 'honor',
  HONOR_OIDC_CLIENT_SECRET: 'rahasia-sekali',
  HONOR_OIDC_REDIRECT_URL: 'https://honor.dharmasrayakab.go.id/api/v1/oidc/callback',
} as const;

describe('readOidcConfiguration', () => {
  it('is none when nothing is set', () => {
    expect(readOidcConfiguration({})).toBeUndefined();
    expect(readOidcConfiguration({ HONOR_OIDC_ISSUER: ' ' })).toBeUndefined();
  });

  it('takes the four together, and the words for a second factor', () => {
    expect(readOidcConfiguration(WHOLE)).toEqual({
      issuer: new URL(WHOLE.HONOR_OIDC_ISSUER),
      name: 'sso.dharmasrayakab.go.id',
      clientId: 'honor',
      clientSecret: 'rahasia-sekali',
      redirectUrl: new URL(WHOLE.HONOR_OIDC_REDIRECT_URL),
      secondFactorAcr: [],
    });
    expect(readOidcConfiguration({ ...WHOLE, HONOR_OIDC_SECOND_FACTOR_ACR: ' gold  mfa ' })).toMatchObject({
      secondFactorAcr: ['gold', 'mfa'],
    });
  });

  it.each(Object.keys(WHOLE))('stops when only %s is missing, and names it', (variable) => {
    expect(refusalOf({ ...WHOLE, [variable]: '' })).toMatchObject({ facts: { variable } });
  });

  it('calls the provider as it is told to, in few words', () => {
    expect(readOidcConfiguration({ ...WHOLE, HONOR_OIDC_NAME: ' akun ASN ' })).toMatchObject({
      name: 'akun ASN',
    });
    const variable = 'HONOR_OIDC_NAME';
    for (const name of ['a\nb', 'x'.repeat(41)])
      expect(refusalOf({ ...WHOLE, [variable]: name })).toMatchObject({ facts: { variable } });
    expect(refusalOf({ [variable]: 'akun ASN' })).toMatchObject({ facts: { variable: 'HONOR_OIDC_ISSUER' } });
  });

  it('stops when only the words for a second factor are set', () => {
    expect(refusalOf({ HONOR_OIDC_SECOND_FACTOR_ACR: 'mfa' })).toMatchObject({
      facts: { variable: 'HONOR_OIDC_ISSUER' },
    });
  });

  it.each([
    ['HONOR_OIDC_ISSUER', 'http://sso.dharmasrayakab.go.id'],
    ['HONOR_OIDC_ISSUER', 'http://localhost.jahat.example'],
    ['HONOR_OIDC_ISSUER', 'https://a:b@sso.dharmasrayakab.go.id'],
    ['HONOR_OIDC_ISSUER', 'https://sso.dharmasrayakab.go.id/?a=b'],
    ['HONOR_OIDC_ISSUER', 'sso.dharmasrayakab.go.id'],
    ['HONOR_OIDC_REDIRECT_URL', 'http://honor.dharmasrayakab.go.id/api/v1/oidc/callback'],
    ['HONOR_OIDC_REDIRECT_URL', 'https://honor.dharmasrayakab.go.id/'],
    ['HONOR_OIDC_REDIRECT_URL', 'https://honor.dharmasrayakab.go.id/api/v1/oidc/callback#a'],
  ])('stops at %s=%s, and does not repeat what may be a secret', (variable, value) => {
    const refusal = refusalOf({ ...WHOLE, [variable]: value });
    expect(refusal).toMatchObject({ code: 'configuration.invalid', facts: { variable } });
    expect(refusal.message).not.toContain('a:b');
  });

  it.each(['http://localhost:4000', 'http://127.0.0.1:4000', 'http://[::1]:4000/oidc'])(
    'takes %s: what is in the clear stays on this machine',
    (issuer) => {
      expect(readOidcConfiguration({ ...WHOLE, HONOR_OIDC_ISSUER: issuer })).toMatchObject({
        issuer: new URL(issuer),
      });
    },
  );
});

function refusalOf(environment: Record<string, string>): Error {
  try {
    readOidcConfiguration(environment);
  } catch (error) {
    if (isRefusal(error)) return error;
    throw error;
  }
  throw new Error('The configuration was taken.');
}
