import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { projectFolder } from '../../src/platform/configuration.js';
import type { ApiAnswer, ApiDocument, ApiOperation } from '../support/api-client.js';
import { httpOffice } from '../support/http-app.js';

type Specification = Exclude<Parameters<Validator['validate']>[0], string>;

const office = await httpOffice();
const served = (await office.caller().get('/api/openapi.json')).body as ApiDocument;
const routes = Object.entries(served.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

const headersOf = ({ parameters = [] }: ApiOperation) =>
  parameters.flatMap(({ name, in: place }) => (place === 'header' ? [name] : []));

const problemOf = ({ $ref = '' }: ApiAnswer) =>
  served.components.responses[$ref.replace('#/components/responses/', '')]?.content?.[
    'application/problem+json'
  ];

describe('the OpenAPI document', () => {
  it('is valid', async () => {
    const { valid, errors } = await new Validator().validate(
      structuredClone(served) as unknown as Specification,
    );
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
  });

  it('is the one kept with the source: after a change, npm run openapi writes it', async () => {
    const kept = await readFile(join(projectFolder(), 'config/openapi.json'), 'utf8');
    expect(served).toEqual(JSON.parse(kept));
  });

  it('names, and says in words, every operation', () => {
    const ids = routes.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[A-Z]\w+\.[a-z]\w+$/.test(id))).toEqual([]);
    expect(routes.filter(({ operation }) => (operation.summary ?? '') === '')).toEqual([]);
  });

  it('says of every route who may ask it', () => {
    expect(routes.filter(({ operation }) => operation['x-operation'] === undefined)).toEqual([]);
  });

  it('says how each refusal looks, for every route, with one that is really written so', () => {
    for (const { operation } of routes) {
      const refusals = Object.entries(operation.responses).filter(([status]) => !/^[23]/.test(status));
      expect(refusals.length).toBeGreaterThan(3);
      for (const [status, refusal] of refusals) {
        const problem = problemOf(refusal);
        expect(problem?.schema).toEqual({ $ref: '#/components/schemas/ProblemAnswer' });
        expect(problem?.example).toMatchObject({ status: status === 'default' ? 500 : Number(status) });
      }
    }
  });

  it('says with what every route may refuse', () => {
    const ofItself = routes.filter(({ path }) => path !== '/api/v1/jobs/{id}/result');
    const told = ofItself.map(({ method, path, operation }) => {
      const isSeen = headersOf(operation).includes('If-Match');
      const may = {
        ...{ '401': true, '429': true, '503': true, '412': isSeen, '428': isSeen },
        ...(path.includes('{') && { '404': true, '422': true }),
        ...(method !== 'get' && { '403': true, '409': true, '413': true, '422': true }),
      };
      const wrong = Object.entries(may).filter(([status, is]) => status in operation.responses !== is);
      return [operation.operationId, wrong] as const;
    });
    expect(told.filter(([, wrong]) => wrong.length > 0)).toEqual([]);
  });

  it('says what an answer tells beside its content', () => {
    const silent = (when: string, status: RegExp, header: string) =>
      routes
        .filter(({ operation }) => headersOf(operation).includes(when))
        .flatMap(({ operation: { operationId, responses } }) =>
          Object.entries(responses).map(([name, { headers = {} }]) => ({ operationId, name, headers })),
        )
        .filter(({ name, headers }) => status.test(name) && !(header in headers));
    expect(silent('Idempotency-Key', /^2/, 'Idempotent-Replayed')).toEqual([]);
    expect(silent('If-None-Match', /^[23]/, 'ETag')).toEqual([]);
    expect(silent('Prefer', /^202/, 'Location')).toEqual([]);
    const { Refusal401: unknown, Refusal429: often } = served.components.responses;
    expect([unknown, often].map((refusal) => Object.keys(refusal?.headers ?? {}))).toEqual([
      ['WWW-Authenticate'],
      ['Retry-After'],
    ]);
  });

  it('says what an answer holds, for every route that answers something', () => {
    const silent = routes.filter(({ operation: { responses } }) => {
      const success = Object.entries(responses).find(([status]) => /^[23]/.test(status));
      return !['204', '302'].includes(success?.[0] ?? '') && success?.[1].content === undefined;
    });
    expect(silent.map(({ operation }) => operation.operationId)).toEqual([]);
  });

  it('names the ways of signing in that each route takes', () => {
    for (const { operation } of routes) {
      const ways = { open: [], 'signed-in': [{ cookie: [] }] }[operation['x-operation'] ?? ''];
      expect(operation.security).toEqual(ways ?? [{ cookie: [] }, { bearer: [] }]);
    }
  });

  it('asks for the CSRF token on every change of somebody signed in', () => {
    for (const { method, operation } of routes) {
      const isAsked = method !== 'get' && operation['x-operation'] !== 'open';
      expect([operation.operationId, headersOf(operation).includes('X-CSRF-Token')]).toEqual([
        operation.operationId,
        isAsked,
      ]);
    }
  });

  it('asks for a key on every act, and for the version on every change of what somebody must have seen', () => {
    const withKey = routes.filter(({ operation }) => headersOf(operation).includes('Idempotency-Key'));
    const acts = routes.filter(
      ({ method, operation }) =>
        method !== 'get' && !['open', 'signed-in', 'roster.read'].includes(operation['x-operation'] ?? ''),
    );
    expect(withKey).toEqual(acts);
    const withVersion = routes.filter(({ operation }) => headersOf(operation).includes('If-Match'));
    const beside = ['claimed-submission', 'countersignatures'];
    const steps = ['submission', 'verification', 'approval', 'release', 'rejection', 'cancellation'];
    const changes = ['plans', 'plan-confirmation', 'receipts'];
    expect(withVersion.map(({ path }) => path)).toEqual([
      '/api/v1/kader/{kader}/heirs/confirmation',
      ...[...steps, ...beside].map((step) => `/api/v1/requests/{id}/${step}`),
      ...changes.map((change) => `/api/v1/overpayments/{id}/${change}`),
    ]);
  });
});
