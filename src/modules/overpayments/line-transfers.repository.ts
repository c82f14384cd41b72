import { Injectable } from '@nestjs/common';
import type { Rupiah } from '../../core/shared/rupiah.js';
import type { Tx } from '../../platform/database/transaction.js';

/** What lines of a payer settled of one kader, month and component. */
export interface SettledTransfer {
  readonly kaderId: number;
  readonly amount: Rupiah;
  readonly batchId: number;
  /** The corrections that it settles; they add up to nothing. */
  readonly entitlementIds: readonly [number, ...number[]];
}

/** Honor that one budget line paid and another one bears. */
@Injectable()
export class LineTransfersRepository {
  async insert(
    tx: Tx,
    payingBodyId: number,
    transfers: readonly SettledTransfer[],
    by: number,
    at: Date,
  ): Promise<void> {
    const parts = transfers.flatMap(({ entitlementIds }) =>
      entitlementIds.map((id) => ({ id, first: entitlementIds[0] })),
    );
    await tx.query(
      `insert into line_transfer (paying_body_id, kader_id, entitlement_id, amount, batch_id, moved_by, moved_at)
       select $1, kader_id, entitlement_id, amount, batch_id, $2, $3
       from unnest($4::int[], $5::int[], $6::bigint[], $7::int[]) as made(kader_id, entitlement_id, amount, batch_id)`,
      [
        payingBodyId,
        by,
        at,
        transfers.map(({ kaderId }) => kaderId),
        transfers.map(({ entitlementIds }) => entitlementIds[0]),
        transfers.map(({ amount }) => String(amount)),
        transfers.map(({ batchId }) => batchId),
      ],
    );
    await tx.query(
      `insert into line_transfer_part (entitlement_id, line_transfer_id)
       select part.id, line_transfer.id from unnest($1::int[], $2::int[]) as part(id, first)
       join line_transfer on line_transfer.entitlement_id = part.first`,
      [parts.map(({ id }) => id), parts.map(({ first }) => first)],
    );
  }
}
