import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider, type Configuration } from 'oidc-provider';

/** Whom the provider takes the browser for, and how it says that it made sure. */
interface ProviderPerson {
  readonly accountId: string;
  readonly acr?: string;
  readonly amr?: string[];
}

/** An identity provider on this machine. Whoever comes is `person`: it asks nobody for a password. */
export interface TestProvider {
  readonly issuer: string;
  person: ProviderPerson;
  /** From now on nobody answers at its address. */
  leave(): Promise<void>;
  /** Somebody answers there again. */
  comeBack(): Promise<void>;
}

export interface ProviderClient {
  readonly id: string;
  readonly secret: string;
  readonly redirectUrl: string;
}

/** Starts it on a free port; ended after the last test. */
export async function testProvider(client: ProviderClient): Promise<TestProvider> {
  const site: { answer: RequestListener } = { answer: (_request, response) => response.end() };
  const server = {
    now: await listen(0, (...both) => {
      site.answer(...both);
    }),
  };
  const { port } = server.now.address() as AddressInfo;
  const issuer = `http://localhost:${String(port)}`;
  const running: TestProvider = {
    issuer,
    person: { accountId: 'nobody' },
    leave: () => close(server.now),
    comeBack: async () => {
      server.now = await listen(port, (...both) => {
        site.answer(...both);
      });
    },
  };
  site.answer = listenerOf(new Provider(issuer, configurationOf(client)), () => running.person);
  afterAll(() => (server.now.listening ? close(server.now) : undefined));
  return running;
}

function listenerOf(provider: Provider, person: () => ProviderPerson): RequestListener {
  const answer = provider.callback();
  return (request, response) => {
    if (!isInteraction(request)) void answer(request, response);
    else void provider.interactionFinished(request, response, { login: { ...person() } });
  };
}

function isInteraction({ url = '' }: IncomingMessage): boolean {
  return url.startsWith('/interaction/');
}

function configurationOf({ id, secret, redirectUrl }: ProviderClient): Configuration {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    clients: [{ client_id: id, client_secret: secret, redirect_uris: [redirectUrl] }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'one' }] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    acrValues: ['urn:two'],
    claims: { openid: ['sub', 'amr'], acr: null, auth_time: null },
    conformIdTokenClaims: false,
    findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: id, accountId: String(oidc.session?.accountId) });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  };
}

function listen(port: number, answer: RequestListener): Promise<Server> {
  const server = createServer(answer);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => {
      resolve(server);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => {
      if (error === undefined) resolve();
      else reject(error);
    });
    server.closeAllConnections();
  });
}
