import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import type { Response } from 'supertest';
import { projectFolder } from '../../src/platform/configuration.js';
import type { ApiDocument, ApiOperation } from './api-client.js';
import type { Method, Sent } from './caller.js';

type Documented = ApiOperation['responses'][string];

interface Asked extends Pick<Sent, 'headers'> {
  readonly method: Method;
  readonly path: string;
}

/** What an answer may say beside its content, and only where the document says so. */
const TOLD_HEADERS = [
  'etag',
  'location',
  'retry-after',
  'idempotent-replayed',
  'preference-applied',
  'www-authenticate',
];

let known: { readonly document: ApiDocument; readonly ajv: Ajv } | undefined;
const checks = new Map<string, ValidateFunction>();

/**
 * Holds a real answer of a route against the document that is kept with the source: a status, a kind of content, a
 * header or a field that is not told there fails the test that saw it.
 */
export function assertDocumented({ method, path, headers }: Asked, answer: Response): void {
  // A browser is led on or shown a page, wherever it comes by (`src/web/pages`): the document is for programs.
  if (headers?.accept?.includes('text/html') === true) return;
  const { document, ajv } = theDocument();
  const operation = operationAt(document, method, path.replace(/\?.*$/, ''));
  if (operation === undefined) return;
  const what = `${operation.operationId} ${String(answer.status)}`;
  const documented = resolved(
    document,
    operation.responses[String(answer.status)] ?? faultOf(operation, answer),
  );
  if (documented === undefined) throw new Error(`${what}: the OpenAPI document does not tell this status`);
  const told = Object.keys(documented.headers ?? {}).map((name) => name.toLowerCase());
  const untold = TOLD_HEADERS.filter((name) => answer.headers[name] !== undefined && !told.includes(name));
  if (untold.length > 0)
    throw new Error(`${what}: the OpenAPI document does not tell the header ${untold.join(', ')}`);
  assertContent(what, documented, answer, ajv);
}

function assertContent(what: string, { content }: Documented, { type, body }: Response, ajv: Ajv): void {
  if (type === '' && content === undefined) return;
  const told = content?.[type];
  if (told === undefined) throw new Error(`${what}: the OpenAPI document does not tell ${type}`);
  if (!type.endsWith('json')) return;
  const check = checks.get(`${what} ${type}`) ?? ajv.compile(withWholeReferences(closed(told.schema)));
  checks.set(`${what} ${type}`, check);
  if (check(Buffer.isBuffer(body) ? JSON.parse(body.toString()) : body)) return;
  const problems = (check.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath} ${message ?? ''}`,
  );
  throw new Error(`${what}: not what the OpenAPI document tells: ${problems.slice(0, 8).join('; ')}`);
}

// A fault is told once for all routes; whatever else is not told, is not allowed.
function faultOf({ responses }: ApiOperation, { status }: Response): Documented | undefined {
  return status === 500 ? responses.default : undefined;
}

function theDocument() {
  if (known !== undefined) return known;
  const text = readFileSync(join(projectFolder(), 'config/openapi.json'), 'utf8');
  const document = JSON.parse(text) as ApiDocument;
  const ajv = new Ajv({ strict: false, allErrors: true });
  for (const format of ['date', 'date-time', 'int64', 'binary']) ajv.addFormat(format, true);
  ajv.addSchema({ $id: 'api', components: closed(document.components) });
  known = { document, ajv };
  return known;
}

/** The operation at an address; a word of the address itself is closer than a part that stands for any. */
function operationAt(document: ApiDocument, method: Method, address: string): ApiOperation | undefined {
  const fitting = Object.keys(document.paths).filter((path) => patternOf(path).test(address));
  const [closest] = fitting.sort((one, other) => one.split('{').length - other.split('{').length);
  return closest === undefined ? undefined : document.paths[closest]?.[method];
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);
}

function resolved(document: ApiDocument, answer: Documented | undefined): Documented | undefined {
  if (answer?.$ref === undefined) return answer;
  return document.components.responses[answer.$ref.replace('#/components/responses/', '')];
}

/** The same schema, in which a part with fields has no others: an answer tells nothing that the document does not. */
function closed<Schema extends object>(schema: Schema): Schema {
  const reviver = (_: string, part: unknown) =>
    typeof part === 'object' &&
    part !== null &&
    'properties' in part &&
    'type' in part &&
    !('additionalProperties' in part)
      ? { ...part, additionalProperties: false }
      : part;
  return JSON.parse(JSON.stringify(schema), reviver) as Schema;
}

export function withWholeReferences(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/')) as object;
}
