import { Injectable } from '@nestjs/common';
import type { KaderChange } from '../../core/kader/compare-kader.js';
import type { StatedTier } from '../../core/kader/roster-record.js';
import { copyInto } from '../../platform/database/copy-into.js';
import type { Tx } from '../../platform/database/transaction.js';

/** Writes the tiers of a planned import, each kind of step in one statement. */
@Injectable()
export class TierWriteRepository {
  async add(tx: Tx, rows: readonly { kaderId: number; tier: StatedTier }[], importId: number): Promise<void> {
    const columns = ['kader_id', 'tier', 'certificate', 'valid_from', 'import_id'];
    const values = rows.map(({ kaderId, tier }) => [
      kaderId,
      tier.tier,
      tier.certificate,
      tier.from,
      importId,
    ]);
    await copyInto(tx, 'kader_tier', columns, values);
  }

  /** Ends or withdraws what the new tiers replace, then adds them. */
  async change(tx: Tx, changed: readonly KaderChange[], importId: number): Promise<void> {
    const added = changed.flatMap(({ existing, tier }) =>
      tier.kind === 'add' ? [{ ...tier, kaderId: existing.id }] : [],
    );
    if (added.length === 0) return;
    const ends = added.flatMap(({ ends: end }) => end ?? []);
    await tx.query(
      `update kader_tier set valid_to = ended.ended_on
         from unnest($1::int[], $2::date[]) as ended (id, ended_on) where kader_tier.id = ended.id`,
      [ends.map(({ id }) => id), ends.map(({ endedOn }) => endedOn)],
    );
    const withdrawn = added.flatMap(({ withdrawsId }) => withdrawsId ?? []);
    await tx.query('update kader_tier set withdrawn_by = $2 where id = any($1)', [withdrawn, importId]);
    await this.add(tx, added, importId);
  }
}
