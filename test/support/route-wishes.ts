import type { ApiDocument, ApiOperation } from './api-client.js';
import type { AttackedOffice } from './two-offices.js';
import type { Method, Sent } from './caller.js';

/** One field of a route, wherever it stands. */
export interface RouteField {
  readonly name: string;
  readonly place: 'path' | 'query' | 'body';
  readonly required: boolean;
  readonly schema: FieldSchema;
}

interface FieldSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly example?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly $ref?: string;
  readonly allOf?: readonly FieldSchema[];
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
}

/** A route as the OpenAPI document tells it, with every field of it. */
export interface DocumentedRoute {
  readonly operation: ApiOperation;
  readonly method: Method;
  readonly path: string;
  readonly fields: readonly RouteField[];
  readonly takesFile: boolean;
}

export function documentedRoutes(document: ApiDocument): DocumentedRoute[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const content = operation.requestBody?.content ?? {};
      return {
        operation,
        method: method as Method,
        path,
        fields: [
          ...parametersOf(operation),
          ...bodyFieldsOf(document, content['application/json']?.schema ?? {}),
        ],
        takesFile: content['multipart/form-data'] !== undefined,
      };
    }),
  );
}

/** What names something that belongs to an office; by the name of the field, and where it stands in an address. */
const namesOf: Readonly<
  Record<string, (office: AttackedOffice, path: string) => readonly (string | number)[]>
> = {
  id: (office, path) => idsIn(office, path),
  kader: ({ kaderId, deadKaderId }) => [kaderId, deadKaderId],
  kaderId: ({ kaderId }) => [kaderId],
  username: ({ username }) => [username],
  region: ({ region }) => [region],
  payer: ({ region, opd }) => [region, opd],
  opd: ({ opd }) => [opd],
  number: ({ draft }) => [draft.number],
  request: ({ paid }) => [paid.id],
  scope: ({ region }) => [region],
  posyandu: ({ region }) => [`${region}.001`],
  user: ({ username }) => [username],
  onBehalfOf: ({ username }) => [username],
};

/** What names nothing, or nothing without another field beside it, by name; with a value that is taken. */
const plainValues: Readonly<Record<string, unknown>> = {
  token: 'tidak-ada',
  finding: 1,
  account: '8000',
  bidang: 'kesehatan',
  subject: 'deteksi-dini-kesehatan',
  count: 1,
  npwp: '0012345678901000',
  nitku: '0012345678901000000000',
  batch: 1,
  sequence: 1,
  version: 1,
  before: 1,
  after: 2,
  endingDays: 30,
  instalment: 1000,
  from: 'datuk',
  to: 'budi',
  limit: 500,
  month: '2026-07',
  months: ['2026-07'],
  period: '2026-07',
  year: 2026,
  fiscalYear: 2026,
  amount: 1000,
  ceiling: 2_000_000,
  label: 'DDS',
  policy: 'tanpa-pph21',
  proof: 'ABCDEF0123456789',
  reference: 'SP2D 1/2026',
  name: 'uji',
  days: 30,
  years: 10,
  operations: ['request.read'],
};

/** What every route takes of plain text and the like. */
const plainNames = new Set(
  'untilHead object as atPosition until anchor withinBudget priorYear document open overdue description relation nik body what receipt control code state password current fullName position reason note text basis legalBasis cursor dryRun acceptChanges retryReturned role kind by then'.split(
    ' ',
  ),
);

/** Fields nobody said of whether they name something of an office. */
export function unclassified({ fields }: DocumentedRoute): string[] {
  return fields
    .filter((field) => !isName(field) && !isPlain(field))
    .map(({ name, place }) => `${place} ${name}`);
}

function isPlain({ name, schema }: RouteField): boolean {
  return name in plainValues || plainNames.has(name) || schema.enum !== undefined || schema.format === 'date';
}

/** One request to a route; `about` says which of its names are of the other office. */
export interface Wish {
  readonly about: string;
  readonly path: string;
  readonly sent: Sent;
}

/** True when the field names something of an office. */
export function isName({ name }: RouteField): boolean {
  return name in namesOf;
}

/**
 * Requests for a route: its names of `named` from one office, those beside them from the other; every combination of
 * values, and each name alone too.
 */
export function wishesFor(route: DocumentedRoute, other: AttackedOffice, own: AttackedOffice): Wish[] {
  const named = route.fields.filter(isName);
  const sets = named.length > 1 ? [named, ...named.map((field) => [field])] : [named];
  return sets.flatMap((stolen) => {
    const most = Math.max(1, ...stolen.map(({ name }) => namesOf[name]?.(other, route.path).length ?? 0));
    return Array.from({ length: most }, (_, index) => {
      const value = (field: RouteField): unknown => {
        const names = namesOf[field.name];
        if (names === undefined) return plainValue(field);
        const values = names(stolen.includes(field) ? other : own, route.path);
        return values[index % values.length];
      };
      return {
        about: `${stolen.map(({ name }) => name).join('+')} ${String(index)}`,
        ...filled(route, value),
      };
    });
  });
}

/** A request to a route with what belongs to one office. */
export function plainWish(route: DocumentedRoute, office: AttackedOffice): Wish {
  const [wish] = wishesFor(route, office, office);
  if (wish === undefined) throw new Error(`${route.path} cannot be asked.`);
  return wish;
}

function filled(
  { path, fields }: DocumentedRoute,
  value: (field: RouteField) => unknown,
): { path: string; sent: Sent } {
  const given = (place: RouteField['place']) =>
    Object.fromEntries(
      fields
        .filter((field) => field.place === place && (field.required || isName(field)))
        .map((field) => [field.name, value(field)]),
    );
  const inPath = given('path');
  const hasBody = fields.some(({ place }) => place === 'body');
  return {
    path: path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(inPath[name]))),
    sent: { query: given('query'), ...(hasBody && { body: given('body') }) },
  };
}

function plainValue({ name, schema }: Pick<RouteField, 'name' | 'schema'>): unknown {
  if (schema.properties !== undefined) {
    const { properties, required = [] } = schema;
    const parts = Object.entries(properties).filter(([part]) => required.includes(part));
    return Object.fromEntries(parts.map(([part, one]) => [part, plainValue({ name: part, schema: one })]));
  }
  if (schema.format === 'date') return '2026-10-01';
  if (schema.pattern?.includes('0[1-9]|1[0-2]') === true) return '2026-10';
  if (name in plainValues) return plainValues[name];
  if (schema.enum !== undefined) return schema.enum[0];
  return schema.type === 'boolean' ? true : 'uji';
}

function idsIn(
  { paid, draft, sessionId, grantId, tokenId, jobId, ...made }: AttackedOffice,
  path: string,
): readonly number[] {
  if (path.includes('/requests/')) return [draft.id, paid.id];
  if (path.includes('/sessions/')) return [sessionId];
  if (path.includes('/grants/')) return [grantId];
  if (path.includes('tokens/')) return [tokenId];
  if (path.includes('/jobs/')) return [jobId];
  if (path.includes('/delegations/')) return [made.delegationId];
  if (path.includes('/referrals/')) return [made.referralId];
  if (path.includes('/overpayments/')) return [made.overpaymentId];
  throw new Error(`Nobody said what the id of ${path} names.`);
}

function parametersOf({ parameters = [] }: ApiOperation): RouteField[] {
  return parameters
    .filter(({ in: place }) => place !== 'header')
    .map(({ name, in: place, required, schema }) => {
      return { name, place: place as 'path' | 'query', required: required ?? place === 'path', schema };
    });
}

function bodyFieldsOf(document: ApiDocument, schema: FieldSchema): RouteField[] {
  const { properties = {}, required = [] } = resolved(document, schema);
  return Object.entries(properties).map(([name, one]) => {
    return { name, place: 'body', required: required.includes(name), schema: resolved(document, one) };
  });
}

function resolved(document: ApiDocument, schema: FieldSchema): FieldSchema {
  const named = (schema.$ref ?? schema.allOf?.[0]?.$ref)?.split('/').at(-1);
  return named === undefined ? schema : (document.components.schemas[named] as FieldSchema);
}
