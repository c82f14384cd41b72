import { Ajv, type ValidateFunction } from 'ajv';
import type { Response } from 'supertest';
import type { Caller, Method, Sent } from './caller.js';
import { withWholeReferences } from './documented.js';

export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, object>>;
    readonly responses: Readonly<Record<string, ApiAnswer>>;
  };
}

export interface ApiOperation {
  readonly operationId: string;
  readonly summary?: string;
  readonly description?: string;
  readonly 'x-operation'?: string;
  readonly security?: readonly object[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, ApiAnswer>>;
}

/** An answer, or where it is told. */
export interface ApiAnswer {
  readonly $ref?: string;
  readonly content?: Content;
  readonly headers?: Readonly<Record<string, object>>;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: object;
  /** False: a list is one text with commas. */
  readonly explode?: boolean;
}

type Content = Readonly<Record<string, { readonly schema: object; readonly example?: object }>>;

export interface Wish extends Pick<Sent, 'query' | 'file' | 'headers'> {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly body?: object;
}

/** A client that knows nothing but the OpenAPI document: it refuses to send or take what is not documented. */
export class ApiClient {
  private readonly ajv = new Ajv({ strict: false, allErrors: true });
  private readonly checks = new Map<string, ValidateFunction>();

  constructor(private readonly document: ApiDocument) {
    for (const format of ['date', 'date-time', 'int64', 'binary']) this.ajv.addFormat(format, true);
    this.ajv.addSchema({ $id: 'api', components: document.components });
  }

  /** Calls an operation that is to succeed, and gives its answer. */
  async call<Answer>(caller: Caller, operationId: string, wish: Wish = {}): Promise<Answer> {
    const answer = await this.send(caller, operationId, wish);
    const { status } = answer;
    const refusal = status < 400 ? {} : (answer.body as object);
    const expected = { operationId, status: this.successOf(this.find(operationId).operation), refusal: {} };
    assertSame({ operationId, status, refusal }, expected);
    return answer.body as Answer;
  }

  /** Calls an operation, whatever it answers, and proves that what is sent is documented; the caller proves the answer. */
  async send(caller: Caller, operationId: string, wish: Wish = {}): Promise<Response> {
    const { method, path, operation } = this.find(operationId);
    this.checkParameters(operation, wish);
    const documented = operation.requestBody?.content['application/json'];
    if (documented !== undefined) this.check(`${operationId} body`, documented.schema, wish.body ?? {});
    else assertSame({ operationId, body: wish.body }, { operationId, body: undefined });
    const { body, file, headers } = wish;
    const query = wish.query && withLists(wish.query, operation);
    return caller.send(method, filled(path, wish.path), { query, body, file, headers });
  }

  private find(operationId: string): { method: Method; path: string; operation: ApiOperation } {
    for (const [path, methods] of Object.entries(this.document.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        if (operation.operationId === operationId) return { method: method as Method, path, operation };
      }
    }
    throw new Error(`The document knows no operation ${operationId}.`);
  }

  private successOf({ responses }: ApiOperation): number {
    return Number(Object.keys(responses).find((status) => status.startsWith('2')));
  }

  private checkParameters(operation: ApiOperation, { path = {}, query = {}, headers = {} }: Wish): void {
    const given = { path, query, header: headers };
    const { operationId, parameters = [] } = operation;
    for (const { name, in: place, required, schema } of parameters) {
      const value = (given[place] as Readonly<Record<string, unknown>>)[name];
      // The caller brings these two by itself.
      if (name === 'Idempotency-Key' || name === 'X-CSRF-Token') continue;
      if (value !== undefined) this.check(`${operationId} ${name}`, schema, value);
      else assertSame({ operationId, name, required }, { operationId, name, required: false });
    }
    const known = parameters.map(({ name }) => name);
    const unknown = [...Object.keys(path), ...Object.keys(query)].filter((name) => !known.includes(name));
    assertSame({ operationId, unknown }, { operationId, unknown: [] });
  }

  private check(what: string, schema: object, value: unknown): void {
    const check = this.checks.get(what) ?? this.ajv.compile(withWholeReferences(schema));
    this.checks.set(what, check);
    const problems = check(value) ? [] : (check.errors ?? []);
    const found = problems.map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
    assertSame({ what, found }, { what, found: [] });
  }
}

function filled(path: string, parts: Wish['path'] = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(parts[name])));
}

/** Lists as the document wants them in a query. */
function withLists(query: object, { parameters = [] }: ApiOperation): object {
  const joined = parameters.filter(({ explode }) => explode === false).map(({ name }) => name);
  const written = (name: string, value: unknown) =>
    joined.includes(name) && Array.isArray(value) ? value.join(',') : value;
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, written(name, value)]));
}

function assertSame(actual: object, expected: object): void {
  expect(actual).toEqual(expected);
}
