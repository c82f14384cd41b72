import type { ErrorCode } from '../core/messages/catalog.js';
import { describe } from '../core/messages/describe.js';
import { shownRefusal } from '../core/messages/shown-refusal.js';
import { DomainError, type ErrorKind } from '../core/shared/domain-error.js';
import { Refusals } from '../core/shared/refusals.js';

/** The HTTP status of each kind of refusal. */
const statusOf = {
  invalid: 422,
  missing: 404,
  conflict: 409,
  stale: 412,
  unseen: 428,
  'too-large': 413,
  unauthenticated: 401,
  forbidden: 403,
  throttled: 429,
  unavailable: 503,
} as const satisfies Record<ErrorKind, number>;

/** One refusal as people and programs read it. */
interface Problem {
  readonly code: string;
  readonly message: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** RFC 9457, with our code and facts; `problems` holds every refusal when there are several. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly problems?: readonly Problem[];
}

/** What a refusal answers over HTTP; undefined for an error that is nobody's refusal but our fault. */
export function problemDetails(error: unknown): ProblemDetails | undefined {
  if (error instanceof DomainError) return detailsOf(error as DomainError);
  if (!(error instanceof Refusals)) return undefined;
  const [first] = error.problems;
  if (first === undefined) return undefined;
  return { ...detailsOf(first), problems: error.problems.map(problemOf) };
}

/** What our own fault answers: a number to ask about, and nothing else. */
export function faultDetails(incident: string): ProblemDetails {
  const code = 'http.fault';
  const detail = describe(code, { incident });
  return { type: typeOf(code), title: 'Kesalahan sistem', status: 500, detail, code, facts: { incident } };
}

/** What a request answers that the server could not even read: there is nobody yet whose refusal it would be. */
export function unreadDetails(status: number, code: ErrorCode): ProblemDetails {
  const detail = describe(code, {});
  return { type: typeOf(code), title: 'Permintaan tidak terbaca', status, detail, code, facts: {} };
}

function typeOf(code: ErrorCode): string {
  return `urn:honor-kader:masalah:${code}`;
}

function detailsOf(error: DomainError): ProblemDetails {
  const { message, ...problem } = problemOf(error);
  return {
    type: typeOf(error.code),
    title: titles[error.kind],
    status: statusOf[error.kind],
    detail: message,
    ...problem,
  };
}

function problemOf({ code, facts }: DomainError): Problem {
  return shownRefusal({ code, facts });
}

const titles = {
  invalid: 'Isian tidak dapat diterima',
  missing: 'Tidak ditemukan',
  conflict: 'Tidak dapat dilakukan sekarang',
  stale: 'Sudah berubah',
  unseen: 'Versi belum disebut',
  'too-large': 'Terlalu besar',
  unauthenticated: 'Belum masuk',
  forbidden: 'Tidak berwenang',
  throttled: 'Terlalu sering',
  unavailable: 'Layanan sedang tidak dapat dipakai',
} as const satisfies Record<ErrorKind, string>;
