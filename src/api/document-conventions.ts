import type { OpenAPIObject } from '@nestjs/swagger';
import { isOperation, readsScopeOnly } from '../core/access/operations.js';
import { ROUTE_ACCESS, type RouteAccess } from '../web/operation.decorator.js';
import { ProblemAnswer } from '../web/problem-answer.js';

type Path = OpenAPIObject['paths'][string];
type Documented = NonNullable<Path['post']>;
type Parameter = NonNullable<Documented['parameters']>[number];

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** What every route has in common is said once, by what it states about itself, and not at each route. */
export function addConventions(document: OpenAPIObject): OpenAPIObject {
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const documented = path[method];
      if (documented !== undefined) complete(documented, method !== 'get');
    }
  }
  return document;
}

function complete(documented: Documented, isChange: boolean): void {
  const access = (documented as { [ROUTE_ACCESS]?: RouteAccess })[ROUTE_ACCESS];
  documented.responses = { ...documented.responses, default: refusal };
  documented.security = securityOf(access);
  const headers = [
    ...(isChange && access !== 'open' ? [csrfToken] : []),
    ...(isChange && access !== undefined && isOperation(access) && !readsScopeOnly(access)
      ? [idempotencyKey]
      : []),
  ];
  documented.parameters = [...(documented.parameters ?? []).map(commaSeparated), ...headers];
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

const refusal = {
  description: 'Ditolak, dengan sebabnya (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: `#/components/schemas/${ProblemAnswer.name}` } } },
};

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
