import { Injectable } from '@nestjs/common';
import type { ClosingKind } from '../../core/ledger/closing.js';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import type { Part } from '../../platform/database/part.js';
import { queryRow, queryRows, type Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';

/** A closing or reopening as it stands in the chain. */
export interface PeriodStep {
  readonly batchId: number;
  readonly kind: ClosingKind;
  readonly period: ServiceMonth;
  readonly position: bigint;
  readonly hash: Buffer;
  readonly reason: string;
  readonly requestedBy: string;
  readonly actor: string;
  readonly recordedAt: Date;
}

/** A reopening that waits for a second person. */
export interface ReopeningRequest {
  readonly id: number;
  readonly period: ServiceMonth;
  readonly reason: string;
  readonly requestedBy: string;
}

interface NewClosing {
  readonly batchId: number;
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestId: number | null;
}

@Injectable()
export class LedgerPeriodsRepository {
  /** Waits for everybody who posts; from now until the transaction ends nobody else does. */
  async lockAlone(tx: Tx): Promise<void> {
    await tx.query('select ledger.lock_periods(true)');
  }

  async closedThrough(database: Queryable): Promise<ServiceMonth | undefined> {
    const { month } = await queryRow<{ month: ServiceMonth | null }>(
      database,
      'select ledger.closed_through() as month',
    );
    return month ?? undefined;
  }

  /** Every closing and reopening, in order of the chain: one is posted after the other, so their batches are in it. */
  steps(database: Queryable, { after, limit }: Part = {}): Promise<PeriodStep[]> {
    return queryRows(
      database,
      `select batch.id as "batchId", kind, period, position, hash, reason, requested_by as "requestedBy", actor,
              recorded_at as "recordedAt"
       from ledger.closing join ledger.batch on batch.id = batch_id where batch.id > $1 order by batch.id limit $2`,
      [after?.[0] ?? 0, limit ?? null],
    );
  }

  /** The balances of the whole chain go into the statement: call it under `lockAlone`. */
  async insertClosing(tx: Tx, { batchId, reason, requestedBy, requestId }: NewClosing): Promise<void> {
    await tx.query(
      `insert into ledger.closing (batch_id, reason, requested_by, request_id, balance_hash)
       values ($1, $2, $3, $4, ledger.balance_hash())`,
      [batchId, reason, requestedBy, requestId],
    );
  }

  /** The request for this month that nobody has confirmed yet. */
  async openRequest(tx: Tx, period: ServiceMonth): Promise<ReopeningRequest | undefined> {
    const [request] = await queryRows<ReopeningRequest>(
      tx,
      `select id, period, reason, requested_by as "requestedBy" from ledger.reopening_request request
       where period = $1 and not exists (select 1 from ledger.closing where request_id = request.id)
       order by id desc limit 1`,
      [period],
    );
    return request;
  }

  async insertRequest(tx: Tx, request: Omit<ReopeningRequest, 'id'>, at: Date): Promise<void> {
    await tx.query(
      `insert into ledger.reopening_request (period, reason, requested_by, requested_at) values ($1, $2, $3, $4)`,
      [request.period, request.reason, request.requestedBy, at],
    );
  }
}
