import type { OpenAPIObject } from '@nestjs/swagger';
import { isOperation, readsScopeOnly } from '../core/access/operations.js';
import { invariant } from '../core/shared/invariant.js';
import { ROUTE_ACCESS, type RouteAccess } from '../web/operation.decorator.js';
import { addAnswerSchemas } from './answer-schemas.js';
import { refusalAnswers, refusalReferences, type RefusalStatus } from './document-refusals.js';

type Path = OpenAPIObject['paths'][string];
type Documented = NonNullable<Path['post']>;
type Content = Extract<NonNullable<Documented['responses'][string]>, { description: string }>['content'];
type Parameter = NonNullable<Documented['parameters']>[number];

const JSON_TYPE = 'application/json';
const RESULT = 'Jobs.result';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** What every route has in common is said once, by what it states about itself, and not at each route. */
export function addConventions(document: OpenAPIObject): OpenAPIObject {
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const documented = path[method];
      if (documented !== undefined) complete(documented, method !== 'get');
    }
  }
  document.components = { ...document.components, responses: refusalAnswers() };
  addAnswerSchemas(document);
  addResults(document);
  return document;
}

function complete(documented: Documented, isChange: boolean): void {
  const access = (documented as { [ROUTE_ACCESS]?: RouteAccess })[ROUTE_ACCESS];
  const isAct = isChange && access !== undefined && isOperation(access) && !readsScopeOnly(access);
  const headers = [...(isChange && access !== 'open' ? [csrfToken] : []), ...(isAct ? [idempotencyKey] : [])];
  documented.security = securityOf(access);
  documented.parameters = [...(documented.parameters ?? []).map(commaSeparated), ...headers];
  const refusals = refusalReferences(statusesOf(documented, { access, isChange }));
  documented.responses = { ...refusals, ...withHeaders(documented, isAct) };
}

/** The result of a job is what a route that became one would have answered at once, whatever that is. */
function addResults(document: OpenAPIObject): void {
  const operations = Object.values(document.paths).flatMap((path) =>
    METHODS.flatMap((method) => path[method] ?? []),
  );
  const jobs = operations.filter(({ responses }) => responses['202'] !== undefined);
  const result = operations.find(({ operationId }) => operationId === RESULT);
  invariant(result !== undefined, `the document has ${RESULT}`);
  const [own, ...others] = [result, ...jobs].map(({ responses }) => contentOf(responses['200']));
  const schemas = [own, ...others].flatMap((content) => content?.[JSON_TYPE]?.schema ?? []);
  const content = Object.assign({}, ...others, own) as NonNullable<typeof own>;
  content[JSON_TYPE] = { schema: { anyOf: distinct(schemas) } };
  const refusals = jobs.flatMap(({ responses }) =>
    Object.entries(responses).filter(([status]) => status >= '4'),
  );
  result.responses = {
    ...Object.fromEntries(refusals),
    ...result.responses,
    '200': { description: 'Yang dijawab rute itu, atau berkas yang dibuat', content },
  };
}

function contentOf(answer: Documented['responses'][string]): Content | undefined {
  return answer === undefined || '$ref' in answer ? undefined : answer.content;
}

function distinct<Schema extends object>(schemas: readonly Schema[]): Schema[] {
  return [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
}

interface Standing {
  readonly access: RouteAccess | undefined;
  readonly isChange: boolean;
}

/** With what a route may refuse: by who may ask it, what it changes, and what it takes. */
function statusesOf(documented: Documented, { access, isChange }: Standing): readonly RefusalStatus[] {
  const { parameters = [], requestBody } = documented;
  const takes = (place: string, ...names: readonly string[]) =>
    parameters.some(
      (one) => 'in' in one && one.in === place && (names.length === 0 || names.includes(one.name)),
    );
  const hasInput = access === 'open' || takes('path') || takes('query') || requestBody !== undefined;
  const whenever: readonly (readonly [RefusalStatus, boolean])[] = [
    [401, true],
    [403, access !== 'signed-in' || isChange],
    [404, hasInput],
    [409, isChange],
    [412, takes('header', 'If-Match')],
    [413, isChange],
    [422, hasInput || isChange],
    [428, takes('header', 'If-Match')],
    [429, true],
    [503, true],
  ];
  return whenever.flatMap(([status, may]) => (may ? status : []));
}

/** What an answer says beside its content. */
function withHeaders({ responses, parameters = [] }: Documented, isAct: boolean): Documented['responses'] {
  const knowsVersion = parameters.some((one) => 'name' in one && one.name === 'If-None-Match');
  const headers = {
    ...(isAct && { 'Idempotent-Replayed': replayed }),
    ...(knowsVersion && { ETag: version }),
  };
  if (Object.keys(headers).length === 0) return responses;
  const told: Documented['responses'] = {};
  for (const [status, answer] of Object.entries(responses)) {
    const isPlain = answer !== undefined && !('$ref' in answer);
    told[status] = isPlain ? { ...answer, headers: { ...answer.headers, ...headers } } : answer;
  }
  if (knowsVersion) told['304'] = { description: 'Isinya masih yang sudah dimiliki', headers };
  return told;
}

/** A list in a query is one text with commas, where OpenAPI would have the name repeated. */
function commaSeparated(parameter: Parameter): Parameter {
  const schema = 'schema' in parameter ? parameter.schema : {};
  const isList = 'type' in schema && schema.type === 'array';
  return isList ? { ...parameter, style: 'form', explode: false } : parameter;
}

function securityOf(access: RouteAccess | undefined): Record<string, string[]>[] {
  if (access === 'open') return [];
  return access === 'signed-in' ? [{ cookie: [] }] : [{ cookie: [] }, { bearer: [] }];
}

const replayed = {
  description: 'true: jawaban pertama diulang, dan tidak ada yang dilakukan lagi',
  schema: { type: 'string' },
} as const;

const version = {
  description: 'Versi jawaban ini, untuk If-Match dan If-None-Match',
  schema: { type: 'string' },
} as const;

const csrfToken = {
  name: 'X-CSRF-Token',
  in: 'header',
  required: false,
  description: 'Wajib bila memakai cookie sesi; isinya csrfToken dari sesi itu',
  schema: { type: 'string' },
} as const;

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'Baru untuk tiap tindakan; dikirim lagi dengan isi yang sama, jawaban pertama diulang',
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,80}$' },
} as const;
