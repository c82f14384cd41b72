import { textOf, type Environment } from './environment.js';
import { invalidVariable } from './invalid-variable.js';

/** How the service is reached over HTTP. */
export interface HttpConfiguration {
  readonly host: string;
  readonly port: number;
  /** As people type it, without a slash at the end. */
  readonly publicUrl: string;
  /** True when people reach it over TLS: cookies and headers are then stricter. */
  readonly isOverTls: boolean;
  /** Proxies between us and the browser whose word on the address is taken. */
  readonly trustedProxies: number;
  /** Requests a minute that one address, and one person, may send to a process. */
  readonly limits: { readonly perAddress: number; readonly perPerson: number };
  /** How long jobs are kept after they ended, with what was asked and what came of it. */
  readonly keepJobsDays: number;
}

/** Reads and checks the part of the environment that concerns HTTP. @throws DomainError naming the variable. */
export function readHttpConfiguration(environment: Environment = process.env): HttpConfiguration {
  const host = textOf(environment, 'HONOR_HOST') ?? '127.0.0.1';
  const port = numberOf(environment, 'HONOR_PORT', { usual: 3000, to: 65_535 });
  const publicUrl = publicUrlOf(environment) ?? new URL(`http://localhost:${String(port)}`);
  return {
    host,
    port,
    publicUrl: publicUrl.origin,
    isOverTls: publicUrl.protocol === 'https:',
    trustedProxies: numberOf(environment, 'HONOR_TRUSTED_PROXIES', { usual: 0, to: 10 }),
    limits: {
      perAddress: numberOf(environment, 'HONOR_REQUESTS_PER_ADDRESS', { usual: 600, from: 1, to: 99_999 }),
      perPerson: numberOf(environment, 'HONOR_REQUESTS_PER_PERSON', { usual: 600, from: 1, to: 99_999 }),
    },
    keepJobsDays: numberOf(environment, 'HONOR_KEEP_JOBS_DAYS', { usual: 7, from: 1, to: 7 }),
  };
}

function publicUrlOf(environment: Environment): URL | undefined {
  const text = textOf(environment, 'HONOR_PUBLIC_URL');
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (url !== undefined && isWeb && url.pathname === '/') return url;
  throw invalidVariable('HONOR_PUBLIC_URL', 'bentuknya harus seperti https://honor.dharmasrayakab.go.id');
}

function numberOf(
  environment: Environment,
  variable: string,
  { usual, from = 0, to }: { usual: number; from?: number; to: number },
): number {
  const text = textOf(environment, variable);
  if (text === undefined) return usual;
  const value = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= from && value <= to) return value;
  throw invalidVariable(variable, `"${text}" bukan bilangan bulat antara ${String(from)} dan ${String(to)}`);
}
