import { Injectable } from '@nestjs/common';
import type { Grant } from '../core/access/actor.js';
import { roles } from '../core/access/role.js';
import { describeScope, type Scope } from '../core/access/scope.js';
import { RegionsService } from '../modules/regions/regions.service.js';

/** A role as its holder reads it: what she does, and where. */
export interface ShownGrant {
  readonly role: string;
  readonly scope: string;
}

/** Calls roles and scopes by their names. */
@Injectable()
export class GrantWords {
  constructor(private readonly regions: RegionsService) {}

  async of(grants: readonly Grant[]): Promise<ShownGrant[]> {
    const shown: ShownGrant[] = [];
    for (const { role, scope } of grants) {
      shown.push({ role: roles[role].label, scope: await this.nameOf(scope) });
    }
    return shown;
  }

  private async nameOf(scope: Scope): Promise<string> {
    if (scope.kind !== 'region') return describeScope(scope);
    const { code, name } = await this.regions.require(scope.code);
    return `${name} (${code})`;
  }
}
