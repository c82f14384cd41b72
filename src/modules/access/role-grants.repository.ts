import { Injectable } from '@nestjs/common';
import type { Role, ScopeKind } from '../../core/access/role.js';
import type { Scope } from '../../core/access/scope.js';
import { queryRow, queryRows, type Queryable } from '../../platform/database/query-rows.js';

export interface StoredGrant {
  readonly id: number;
  readonly userId: number;
  readonly username: string;
  readonly role: Role;
  readonly scope: Scope;
  readonly basis: string;
  readonly grantedAt: Date;
}

interface GrantRow extends Omit<StoredGrant, 'scope'> {
  readonly scopeKind: ScopeKind;
  readonly regionCode: string | null;
  readonly payerCode: string | null;
  readonly kaderId: number | null;
}

const GRANTS = `select g.id, g.user_id as "userId", u.username, g.role, g.scope_kind as "scopeKind",
    g.region_code as "regionCode", g.payer_code as "payerCode", g.kader_id as "kaderId", g.basis,
    g.granted_at as "grantedAt"
  from role_grant g join app_user u on u.id = g.user_id where g.revoked_at is null`;

const SCOPE_KEYS = {
  region: ['region', 'code'],
  payer: ['paying_body', 'code'],
  person: ['kader', 'id'],
} as const;

@Injectable()
export class RoleGrantsRepository {
  /** Those of one user, or everybody's, that are not revoked. */
  async inForce(database: Queryable, userId?: number): Promise<StoredGrant[]> {
    const rows = await queryRows<GrantRow>(
      database,
      `${GRANTS} and ($1::int is null or g.user_id = $1) order by u.username, g.id`,
      [userId ?? null],
    );
    return rows.map(toGrant);
  }

  /** Everybody's by number, as many as fit after one. */
  async part(
    database: Queryable,
    { after, limit }: { readonly after: number | undefined; readonly limit: number },
  ): Promise<StoredGrant[]> {
    const rows = await queryRows<GrantRow>(database, `${GRANTS} and g.id > $1 order by g.id limit $2`, [
      after ?? 0,
      limit,
    ]);
    return rows.map(toGrant);
  }

  async inForceById(database: Queryable, id: number): Promise<StoredGrant | undefined> {
    const [row] = await queryRows<GrantRow>(database, `${GRANTS} and g.id = $1 for update of g`, [id]);
    return row === undefined ? undefined : toGrant(row);
  }

  /** True when the region, paying body or kader of a scope is known. */
  async isKnown(database: Queryable, scope: Scope): Promise<boolean> {
    if (scope.kind === 'installation') return true;
    const [table, key] = SCOPE_KEYS[scope.kind];
    const value = scope.kind === 'person' ? scope.kaderId : scope.code;
    const rows = await queryRows(database, `select from ${table} where ${key} = $1`, [value]);
    return rows.length > 0;
  }

  async insert(
    database: Queryable,
    grant: {
      userId: number;
      role: Role;
      scope: Scope;
      basis: string;
      grantedAt: Date;
      grantedBy: number | null;
    },
  ): Promise<number> {
    const { scope } = grant;
    const { id } = await queryRow<{ id: number }>(
      database,
      `insert into role_grant (user_id, role, scope_kind, region_code, payer_code, kader_id, basis, granted_at, granted_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
      [
        grant.userId,
        grant.role,
        scope.kind,
        scope.kind === 'region' ? scope.code : null,
        scope.kind === 'payer' ? scope.code : null,
        scope.kind === 'person' ? scope.kaderId : null,
        grant.basis,
        grant.grantedAt,
        grant.grantedBy,
      ],
    );
    return id;
  }

  async revoke(
    database: Queryable,
    id: number,
    revocation: { at: Date; by: number; reason: string },
  ): Promise<void> {
    await database.query(
      'update role_grant set revoked_at = $2, revoked_by = $3, revoke_reason = $4 where id = $1',
      [id, revocation.at, revocation.by, revocation.reason],
    );
  }
}

function toGrant({ scopeKind, regionCode, payerCode, kaderId, ...grant }: GrantRow): StoredGrant {
  return { ...grant, scope: scopeOf(scopeKind, regionCode ?? payerCode ?? '', kaderId) };
}

function scopeOf(kind: ScopeKind, code: string, kaderId: number | null): Scope {
  if (kind === 'installation') return { kind };
  return kind === 'person' ? { kind, kaderId: kaderId ?? 0 } : { kind, code };
}
