import { Injectable } from '@nestjs/common';
import type { Target } from '../../core/access/scope.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';

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
    const known = await queryRows<{ nik: string; nagari: string }>(
      database,
      'select nik, nagari_code as nagari from kader where nik = any($1)',
      [niks],
    );
    const nagariOf = new Map(known.map(({ nik, nagari }) => [nik, nagari]));
    const codes = new Set(niks.map((nik) => nagariOf.get(nik) ?? ''));
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
