import { textOf, type Environment } from '../environment.js';
import { invalidVariable } from '../invalid-variable.js';

/** The identity provider at which people may sign in, and what we are called there. */
export interface OidcConfiguration {
  readonly issuer: URL;
  /** What people call it. */
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the provider sends people back to: our own address, as their browsers know it. */
  readonly redirectUrl: URL;
  /** The `acr` or `amr` values by which the provider says that it asked for a second factor; none: it never counts. */
  readonly secondFactorAcr: readonly string[];
}

const NEEDED = [
  'HONOR_OIDC_ISSUER',
  'HONOR_OIDC_CLIENT_ID',
  'HONOR_OIDC_CLIENT_SECRET',
  'HONOR_OIDC_REDIRECT_URL',
] as const;
const SECOND_FACTOR = 'HONOR_OIDC_SECOND_FACTOR_ACR';
const NAME = 'HONOR_OIDC_NAME';
const NAME_LENGTH_MAX = 40;
const CALLBACK_PATH = '/api/v1/oidc/callback';
const OWN_MACHINE = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Undefined when none of the variables is set; half of them is a mistake. @throws DomainError naming the variable */
export function readOidcConfiguration(environment: Environment): OidcConfiguration | undefined {
  const isWanted = [...NEEDED, SECOND_FACTOR, NAME].some((name) => textOf(environment, name) !== undefined);
  if (!isWanted) return undefined;
  const [issuer, clientId, clientSecret, redirectUrl] = NEEDED.map((name) => needed(environment, name));
  const at = issuerOf(issuer ?? '');
  return {
    issuer: at,
    name: nameOf(textOf(environment, NAME) ?? at.host),
    clientId: clientId ?? '',
    clientSecret: clientSecret ?? '',
    redirectUrl: redirectUrlOf(redirectUrl ?? ''),
    secondFactorAcr: textOf(environment, SECOND_FACTOR)?.split(/\s+/) ?? [],
  };
}

function needed(environment: Environment, variable: string): string {
  const text = textOf(environment, variable);
  if (text !== undefined) return text;
  throw invalidVariable(
    variable,
    'belum diisi, padahal variabel HONOR_OIDC_ yang lain sudah; isi semuanya atau kosongkan semuanya',
  );
}

function nameOf(text: string): string {
  if (text.length <= NAME_LENGTH_MAX && !/[\p{Cc}\p{Cs}]/u.test(text)) return text;
  throw invalidVariable(
    NAME,
    `ditulis dalam paling banyak ${String(NAME_LENGTH_MAX)} huruf, tanpa ganti baris`,
  );
}

function issuerOf(text: string): URL {
  const url = trustworthyUrl(text);
  if (url !== undefined) return url;
  throw invalidVariable(
    'HONOR_OIDC_ISSUER',
    'bentuknya harus https://... tanpa sandi, ? dan # (http hanya untuk localhost)',
  );
}

function redirectUrlOf(text: string): URL {
  const url = trustworthyUrl(text);
  if (url?.pathname === CALLBACK_PATH) return url;
  throw invalidVariable(
    'HONOR_OIDC_REDIRECT_URL',
    `bentuknya harus seperti https://honor.dharmasrayakab.go.id${CALLBACK_PATH} (http hanya untuk localhost)`,
  );
}

// Codes and tokens pass here: in the clear they stay on this machine.
function trustworthyUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) return undefined;
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && OWN_MACHINE.has(url.hostname));
  const isBare = [url.search, url.hash, url.username, url.password].every((part) => part === '');
  return isSafe && isBare ? url : undefined;
}
