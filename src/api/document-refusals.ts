import type { OpenAPIObject } from '@nestjs/swagger';
import { DomainError } from '../core/shared/domain-error.js';
import { ProblemAnswer } from '../web/problem-answer.js';
import { faultDetails, problemDetails, type ProblemDetails } from '../web/problem-details.js';

type Responses = NonNullable<NonNullable<OpenAPIObject['components']>['responses']>;
type Answer = Exclude<Responses[string], { $ref: string }>;

const text = (description: string) => ({ description, schema: { type: 'string' } }) as const;

/** What a refusal of each status is about, and one as it is really written. */
const refusals = {
  401: [
    'Belum masuk, atau bukti diri tidak benar',
    new DomainError('unauthenticated', 'access.not-signed-in', {}),
    { 'WWW-Authenticate': text('Bearer realm="honor"') },
  ],
  403: [
    'Tidak berwenang, atau permintaan tidak berasal dari halaman ini',
    new DomainError('forbidden', 'http.csrf', {}),
  ],
  404: [
    'Tidak ada, atau di luar wilayah kerja yang bertanya',
    new DomainError('missing', 'payment.request-unknown', { request: 'SPP-0001/2026' }),
  ],
  409: [
    'Tidak dapat dilakukan sekarang: keadaannya tidak mengizinkan, atau Idempotency-Key sudah dipakai',
    new DomainError('conflict', 'http.key-reused', {}),
  ],
  412: [
    'Sudah berubah sejak ETag itu dilihat; tidak ada yang dilakukan',
    new DomainError('stale', 'payment.changed-since-seen', { number: 'SPP-0001/2026' }),
  ],
  413: ['Badan permintaan atau berkas terlalu besar', new DomainError('too-large', 'http.too-large', {})],
  422: [
    'Isian tidak dapat diterima, atau badan permintaan tidak terbaca',
    new DomainError('invalid', 'http.field-invalid', { field: 'payer', problem: 'wajib diisi' }),
  ],
  428: [
    'Header If-Match tidak menyebut apa yang dilihat',
    new DomainError('unseen', 'http.version-needed', {}),
  ],
  429: [
    'Terlalu sering',
    new DomainError('throttled', 'http.too-often', { seconds: 30 }),
    { 'Retry-After': text('Sekian detik lagi boleh dicoba') },
  ],
  503: [
    'Basis data sedang tidak dapat dihubungi',
    new DomainError('unavailable', 'database.connection-lost', { problem: 'Connection terminated' }),
  ],
} as const satisfies Record<number, readonly [string, DomainError, Answer['headers']?]>;

/** A status that a route may refuse with. */
export type RefusalStatus = keyof typeof refusals;

/** Every refusal once, for routes to name; each with an example. */
export function refusalAnswers(): Responses {
  const entries = Object.entries(refusals).map(([status, [description, error, headers]]) => {
    return [nameOf(status), answerOf(description, problemDetails(error), headers)] as const;
  });
  return Object.fromEntries([...entries, [nameOf('Default'), fault]]);
}

/** The refusals of a route, by their statuses; and our own fault, which any route may be at. */
export function refusalReferences(
  statuses: readonly RefusalStatus[],
): Readonly<Record<string, { $ref: string }>> {
  const references = statuses.map((status) => [String(status), referenceTo(String(status))] as const);
  return Object.fromEntries([...references, ['default', referenceTo('Default')]]);
}

function referenceTo(status: string) {
  return { $ref: `#/components/responses/${nameOf(status)}` };
}

function nameOf(status: string): string {
  return `Refusal${status}`;
}

function answerOf(
  description: string,
  example: ProblemDetails | undefined,
  headers?: Answer['headers'],
): Answer {
  const schema = { $ref: `#/components/schemas/${ProblemAnswer.name}` };
  const content = { 'application/problem+json': { schema, example } };
  return { description, content, ...(headers !== undefined && { headers }) };
}

const fault = answerOf(
  'Kesalahan di sistem ini, dengan nomor untuk ditanyakan',
  faultDetails('6f9619ff-8b86-4d01-b42d-00c04fc964ff'),
);
