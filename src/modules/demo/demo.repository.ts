import { Injectable } from '@nestjs/common';
import { purposes } from '../../core/privacy/purposes.js';
import { DataSource } from 'typeorm';
import { DomainError } from '../../core/shared/domain-error.js';
import type { Rupiah } from '../../core/shared/rupiah.js';
import { queryRow, queryRows } from '../../platform/database/query-rows.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';

/** What the demonstration looks up behind the services' backs, to check them. */
@Injectable()
export class DemoRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly vault: FieldVault,
  ) {}

  /**
   * Does something while no other demonstration uses this database.
   *
   * @throws DomainError `demo.already-running`
   */
  async alone<Result>(act: () => Promise<Result>): Promise<Result> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const [row] = await queryRows<{ locked: boolean; database: string }>(
        runner,
        `select pg_try_advisory_lock(hashtextextended('demo', 0)) as locked, current_database() as database`,
      );
      if (row?.locked !== true) {
        throw new DomainError('conflict', 'demo.already-running', { database: row?.database ?? 'demo' });
      }
      try {
        return await act();
      } finally {
        await runner.query(`select pg_advisory_unlock(hashtextextended('demo', 0))`);
      }
    } finally {
      await runner.release();
    }
  }

  /** What the bank was asked to transfer for a request. */
  sentTransfers(number: string): Promise<{ reference: string; amount: Rupiah }[]> {
    return queryRows(
      this.dataSource,
      `select reference, disbursement.amount from disbursement
       join payment_request request on request.id = request_id where request.number = $1 order by disbursement.id`,
      [number],
    );
  }

  /** The NIK of everyone a request paid, in order of their transfers. */
  async paidBy(number: string): Promise<string[]> {
    const rows = await queryRows<{ nik: Buffer }>(
      this.dataSource,
      `select nik_sealed as nik from disbursement join kader on kader.id = kader_id
       join payment_request request on request.id = request_id
       where request.number = $1 and disbursement.state = 'paid' order by disbursement.id`,
      [number],
    );
    return rows.map(({ nik }) => this.vault.open(purposes.kaderNik, nik));
  }

  /** Money paid, by NIK. */
  async paidByNik(): Promise<ReadonlyMap<string, Rupiah>> {
    const rows = await queryRows<{ nik: Buffer; paid: Rupiah }>(
      this.dataSource,
      `select nik_sealed as nik, sum(amount)::bigint as paid from disbursement join kader on kader.id = kader_id
       where state = 'paid' group by kader.id`,
    );
    return new Map(rows.map(({ nik, paid }) => [this.vault.open(purposes.kaderNik, nik), paid]));
  }

  counts(): Promise<{ entitlements: number; gross: Rupiah }> {
    return queryRow(
      this.dataSource,
      `select count(*)::int as entitlements, coalesce(sum(amount), 0)::bigint as gross from entitlement`,
    );
  }
}
