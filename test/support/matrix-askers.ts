import { isForMachines, operationNames, operations, readsWhole } from '../../src/core/access/operations.js';
import type { Operation, OperationName } from '../../src/core/access/operations.js';
import { roleNames, roles, type Role, type ScopeKind } from '../../src/core/access/role.js';
import type { Scope } from '../../src/core/access/scope.js';
import { UsersService } from '../../src/modules/users/users.service.js';
import type { Caller } from './caller.js';
import type { HttpOffice } from './http-app.js';
import { SIGUNTUR, SITIUNG } from './nagari.js';
import type { Route } from './routes.js';
import { delegate } from './signatures.js';

/** Somebody who asks every route about Sitiung, and why she may. */
export interface Asker {
  readonly name: string;
  readonly caller: Caller;
  readonly grants: readonly { readonly role: Role; readonly scope: Scope }[];
  readonly hasSecondFactor: boolean;
  /** What her token is for; undefined: she is signed in. */
  readonly token?: readonly OperationName[];
  /** What she does in the name of somebody else. */
  readonly mandate?: { readonly principal: string; readonly operations: readonly OperationName[] };
}

type Asking = Pick<Asker, 'grants' | 'hasSecondFactor' | 'token' | 'mandate'>;

/** Kader of Sitiung and of Siguntur, and an OPD that pays in Sitiung. */
export interface MatrixWorld {
  readonly inside: number;
  readonly outside: number;
  readonly opd: string;
}

/** Hers are the numbers that routes are asked with. */
const KADER = 1;
const KECAMATAN = '13.10.04';
const KABUPATEN = '13.10';

/** Where what is asked lies, from the nagari up. */
const AROUND: readonly string[] = [SITIUNG, KECAMATAN, KABUPATEN];

/** Routes about what waits for the OPD. */
const OF_THE_OPD: readonly string[] = ['Referrals.answer'];

/** One asker of every role inside and outside, and one of all roles for every other way of being let in. */
export async function matrixAskers(office: HttpOffice, world: MatrixWorld): Promise<readonly Asker[]> {
  const plans = plansIn(world);
  await office.people('siti', ...plans.map(({ name }) => usernameOf(name)));
  const askers: Asker[] = [];
  for (const plan of plans) askers.push(await signedIn(office, plan));
  const weak = askers.find(({ hasSecondFactor }) => !hasSecondFactor);
  const nobody = askers.find(({ name }) => name === STANDS_IN);
  if (weak === undefined || nobody === undefined) throw new Error('both are planned');
  const signers = askers.filter((asker) => asker !== nobody);
  return [...signers, ...(await withTokens(office, weak)), await standIn(office, nobody)];
}

type Plan = Pick<Asker, 'name' | 'grants' | 'hasSecondFactor'>;

const STANDS_IN = 'standing in';

function plansIn({ inside, outside, opd }: MatrixWorld): readonly Plan[] {
  const everywhere = roleNames.map((role) => ({ role, scope: scopeOf(role, SITIUNG, inside) }));
  const elsewhere = roleNames
    .filter((role) => role !== 'administrator')
    .map((role) => ({ role, scope: scopeOf(role, SIGUNTUR, outside) }));
  const rolesFor = (kind: ScopeKind) =>
    roleNames.filter((role) => (roles[role].scopes as readonly ScopeKind[]).includes(kind));
  const allOf = (scope: Scope) => rolesFor(scope.kind).map((role) => ({ role, scope }));
  const strong = { hasSecondFactor: true };
  return [
    { name: 'nobody', grants: [], ...strong },
    { name: STANDS_IN, grants: [], ...strong },
    ...everywhere.map((grant) => ({ name: `${grant.role} inside`, grants: [grant], ...strong })),
    ...elsewhere.map((grant) => ({ name: `${grant.role} outside`, grants: [grant], ...strong })),
    { name: 'all of the kecamatan', grants: allOf({ kind: 'region', code: KECAMATAN }), ...strong },
    { name: 'all of the kabupaten', grants: allOf({ kind: 'region', code: KABUPATEN }), ...strong },
    { name: 'all of an OPD', grants: allOf({ kind: 'payer', code: opd }), ...strong },
    { name: 'all without a second factor', grants: everywhere, hasSecondFactor: false },
  ];
}

/** Whether the table lets her in. */
export function isExpected(route: AskedRoute, asker: Asking): boolean {
  const { access } = route;
  if (access === undefined || access === 'open') return access === 'open';
  // Machines have no pages, and whoever has no second factor no new codes for one.
  if (route.isPage && asker.token !== undefined) return false;
  if (access !== 'signed-in') return mayAsk(access, route, asker);
  return asker.token === undefined && (asker.hasSecondFactor || !route.id.endsWith('.newCodes'));
}

type AskedRoute = Pick<Route, 'id' | 'access' | 'isPage'>;

function mayAsk(name: OperationName, { id, isPage }: AskedRoute, asker: Asking): boolean {
  if (isBarred(name, asker)) return false;
  const { kind, ...operation }: Operation = operations[name];
  // Nobody stands in for another on a page.
  if (asker.mandate?.operations.includes(name) === true) return kind === 'read' || !isPage;
  const holders = asker.grants.filter(({ role }) => operation.roles.includes(role));
  if (kind === 'act') return holders.some(({ scope }) => isAbove(scope, id));
  return holders.some(({ scope }) => isWide(scope) || !readsWhole(name));
}

/** Whatever she may, not like this. */
function isBarred(access: OperationName, { token, hasSecondFactor }: Asking): boolean {
  if (token !== undefined) return !token.includes(access) || !isForMachines(access);
  const operation: Operation = operations[access];
  return operation.kind === 'act' && operation.secondFactor === true && !hasSecondFactor;
}

/** Whether somebody sees what lies in Sitiung. The installation is no region. */
export function seesSitiung({ grants, mandate }: Asker, routeId: string): boolean {
  const own = grants.filter(({ scope }) => scope.kind !== 'installation');
  return mandate !== undefined || own.some(({ scope }) => isAbove(scope, routeId));
}

// As the house says it in words, and not as the code computes it.
function isAbove(scope: Scope, routeId: string): boolean {
  if (scope.kind === 'region') return AROUND.includes(scope.code);
  if (scope.kind === 'payer') return OF_THE_OPD.includes(routeId);
  return scope.kind === 'installation' || scope.kaderId === KADER;
}

function isWide(scope: Scope): boolean {
  return scope.kind === 'installation' || (scope.kind === 'region' && scope.code === KABUPATEN);
}

function scopeOf(role: Role, code: string, kaderId: number): Scope {
  const [kind] = roles[role].scopes;
  if (kind === 'installation') return { kind };
  return kind === 'person' ? { kind, kaderId } : { kind, code };
}

async function signedIn(office: HttpOffice, plan: Plan): Promise<Asker> {
  const username = usernameOf(plan.name);
  for (const { role, scope } of plan.grants) await office.grant(username, role, scope);
  const caller = await office.signedIn(username, { secondFactor: plan.hasSecondFactor });
  return { ...plan, caller };
}

/** Somebody who holds all roles, as two machines of hers. */
async function withTokens(office: HttpOffice, owner: Asker): Promise<Asker[]> {
  const mayAsk = (access: OperationName) => isExpected({ id: '', access, isPage: false }, owner);
  const all = operationNames.filter((name) => isForMachines(name) && mayAsk(name));
  return [
    await machine(office, owner, { name: 'a token for one thing', token: ['request.read'] }),
    await machine(office, owner, { name: 'a token for all', token: all }),
  ];
}

async function machine(
  office: HttpOffice,
  owner: Asker,
  wish: { readonly name: string; readonly token: readonly OperationName[] },
): Promise<Asker> {
  const { name, token } = wish;
  const made = await owner.caller.post('/api/v1/own-tokens', { name, operations: token, days: 30 });
  expect(made.status).toBe(201);
  const caller = office.caller();
  caller.bearer = (made.body as { token: string }).token;
  return { ...owner, name, token, caller };
}

/** Somebody without a role of her own, who approves for another. */
async function standIn(office: HttpOffice, nobody: Asker): Promise<Asker> {
  const principal = usernameOf('approver inside');
  const person = (username: string) => office.app.get(UsersService).require(username);
  await office.asSystem(async () => {
    const [from, to, by] = [
      await person(principal),
      await person(usernameOf(nobody.name)),
      await person('siti'),
    ];
    await delegate(office.app, { from, to, by, payer: SITIUNG });
  });
  return {
    ...nobody,
    mandate: { principal, operations: ['request.approve', 'request.read', 'control.read'] },
  };
}

function usernameOf(name: string): string {
  return name.replaceAll(' ', '-').toLowerCase();
}
