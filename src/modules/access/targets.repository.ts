import { Injectable } from '@nestjs/common';
import type { Target } from '../../core/access/scope.js';
import { purposes } from '../../core/privacy/purposes.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';

interface BodyRow {
  readonly code: string;
  readonly regionCode: string;
}

/**
 * What an operation touches, looked up by the names that services are asked with. What is not known lies outside
 * every scope: whoever may not see it does not learn whether it exists.
 */
@Injectable()
export class TargetsRepository {
  constructor(private readonly vault: FieldVault) {}

  async payers(database: Queryable, codes: readonly string[]): Promise<Target[]> {
    const known = await queryRows<BodyRow>(
      database,
      'select code, region_code as "regionCode" from paying_body where code = any($1)',
      [codes],
    );
    const regionOf = new Map(known.map(({ code, regionCode }) => [code, regionCode]));
    // A nagari that pays for the first time is not registered as a paying body yet: its code is its region.
    return codes.map((code) => ({ kind: 'payer', code, regionCode: regionOf.get(code) ?? code }));
  }

  ofRequest(database: Queryable, number: string): Promise<Target[]> {
    return this.bodyOf(database, 'payment_request', number);
  }

  ofOverpayment(database: Queryable, number: string): Promise<Target[]> {
    return this.bodyOf(database, 'overpayment', number);
  }

  async ofKader(database: Queryable, niks: readonly string[]): Promise<Target[]> {
    const digests = niks.map((nik) => this.vault.digest(purposes.nikDigest, nik));
    const known = await queryRows<{ digest: Buffer; nagari: string }>(
      database,
      'select nik_digest as digest, nagari_code as nagari from kader where nik_digest = any($1)',
      [digests],
    );
    const nagariOf = new Map(known.map(({ digest, nagari }) => [digest.toString('hex'), nagari]));
    const codes = new Set(digests.map((digest) => nagariOf.get(digest.toString('hex')) ?? ''));
    return [...codes].map((code) => ({ kind: 'region', code }));
  }

  private async bodyOf(
    database: Queryable,
    table: 'payment_request' | 'overpayment',
    number: string,
  ): Promise<Target[]> {
    const [body] = await queryRows<BodyRow>(
      database,
      `select body.code, body.region_code as "regionCode" from ${table} it
         join paying_body body on body.id = it.paying_body_id where it.number = $1`,
      [number],
    );
    return [{ kind: 'payer', ...(body ?? { code: '', regionCode: '' }) }];
  }
}
