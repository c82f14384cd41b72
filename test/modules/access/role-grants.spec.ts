import { DataSource } from 'typeorm';
import { AccessService } from '../../../src/modules/access/access.service.js';
import { RoleGrantsService } from '../../../src/modules/access/role-grants.service.js';
import { CurrentActor } from '../../../src/platform/session/current-actor.js';
import { testApp } from '../../support/app.js';
import { anOffice, SITIUNG } from '../../support/nagari.js';
import { sqlVerdictForApplication } from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';

const { app } = await testApp();
const office = await anOffice(app);
const service = app.get(RoleGrantsService);
const basis = 'SK 5/2026';
const sitiung = { kind: 'region', code: SITIUNG } as const;
const { operator, verifier, wali, treasurer } = office;

describe('RoleGrantsService', () => {
  it('gives a role for a scope, once, and takes it back at once', async () => {
    const wish = { user: operator, role: 'operator', scope: sitiung, basis, by: wali };
    const grant = await service.grant(wish);
    expect(await app.get(AccessService).grantsOf(operator.id)).toEqual([
      { role: 'operator', scope: sitiung },
    ]);
    expect(await refusalCodes(() => service.grant(wish))).toEqual(['access.grant-twice']);
    await service.revoke(grant.id, 'pindah tugas', wali);
    expect(await app.get(AccessService).grantsOf(operator.id)).toEqual([]);
    expect(await refusalCodes(() => service.revoke(grant.id, 'lagi', wali))).toEqual([
      'access.grant-unknown',
    ]);
    await service.grant(wish);
  });

  it('gives it once when two ask at the same moment', async () => {
    const wish = { user: verifier, role: 'verifier', scope: sitiung, basis, by: wali };
    const codes = await Promise.all([1, 2, 3].map(() => refusalCodes(() => service.grant(wish))));
    expect(codes.flat()).toEqual(['access.grant-twice', 'access.grant-twice']);
  });

  it.each([
    [
      'a role that does not fit the scope',
      { role: 'auditor', scope: { kind: 'payer', code: SITIUNG } },
      'access.scope-mismatch',
    ],
    ['a role that does not exist', { role: 'boss', scope: sitiung }, 'access.role-unknown'],
    [
      'an unknown region',
      { role: 'operator', scope: { kind: 'region', code: '99.99' } },
      'access.scope-unknown',
    ],
    ['an unknown payer', { role: 'operator', scope: { kind: 'payer', code: 'X' } }, 'access.scope-unknown'],
  ] as const)('refuses %s', async (_, { role, scope }, code) => {
    const act = () => service.grant({ user: operator, role, scope, basis, by: wali });
    expect(await refusalCodes(act)).toEqual([code]);
  });

  it('wants words for what it stands on, and for why it ends', async () => {
    const wish = { user: treasurer, role: 'auditor', scope: sitiung, by: wali };
    expect(await refusalCodes(() => service.grant({ ...wish, basis: ' ' }))).toEqual(['access.basis-needed']);
    const { id } = await service.grant({ ...wish, basis });
    expect(await refusalCodes(() => service.revoke(id, ' ', wali))).toEqual(['access.revoke-reason-needed']);
    await service.revoke(id, 'pindah', wali);
  });

  it('lets nobody give or take her own', async () => {
    const own = { user: treasurer, role: 'treasurer', scope: sitiung, basis, by: treasurer };
    expect(await refusalCodes(() => service.grant(own))).toEqual(['access.grant-self']);
    const grant = await service.grant({ ...own, by: wali });
    expect(await refusalCodes(() => service.revoke(grant.id, 'x', treasurer))).toEqual(['access.grant-self']);
  });

  it('is asked only by who may administer', async () => {
    const grants = await app.get(AccessService).grantsOf(treasurer.id);
    const actor = {
      kind: 'person',
      userId: 1,
      username: 'eka',
      fullName: 'Eka',
      grants,
      hasSecondFactor: true,
    } as const;
    const wish = { user: operator, role: 'approver', scope: sitiung, basis, by: wali };
    const act = () => app.get(CurrentActor).run(actor, () => service.grant(wish));
    expect(await refusalCodes(act)).toEqual(['access.no-role']);
  });
});

describe('the database', () => {
  const insert = (role: string, scopeKind: string, by: number | null) =>
    `insert into role_grant (user_id, role, scope_kind, region_code, basis, granted_at, granted_by)
     values (${String(wali.id)}, '${role}', '${scopeKind}', ${scopeKind === 'region' ? `'${SITIUNG}'` : 'null'},
             'SK', now(), ${String(by)})`;

  it.each([
    ['giving to oneself', insert('approver', 'region', wali.id), '23514'],
    ['a role outside its kind of scope', insert('auditor', 'installation', operator.id), '23514'],
    ['a role without a giver', insert('approver', 'region', null), '23514'],
    ['changing a grant', `update role_grant set role = 'approver'`, '42501'],
    ['deleting a grant', 'delete from role_grant', '42501'],
  ])('refuses %s', async (_, statement, verdict) => {
    expect(await sqlVerdictForApplication(app, statement)).toBe(verdict);
  });

  it('keeps a revoked grant revoked', async () => {
    const revived = `update role_grant set revoked_at = null, revoked_by = null, revoke_reason = null
      where revoked_at is not null`;
    expect(await sqlVerdictForApplication(app, revived)).toBe('23514');
  });

  it('has one grant without a giver at most', async () => {
    await app.get(DataSource).transaction((tx) => service.grantFirst(tx, wali));
    const second = () => app.get(DataSource).transaction((tx) => service.grantFirst(tx, operator));
    await expect(second()).rejects.toMatchObject({ code: '23505' });
  });
});
