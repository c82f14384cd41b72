import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asleep, writtenAnew } from './asleep.js';
import { forgetChanges } from './forget-changes.js';
import { maskColumns, type FreeTexts } from './mask-columns.js';

/**
 * What people wrote before numbers in their words were masked: the columns, the rows on disk that an earlier masking
 * replaced, and what the audit trail kept of them. Backups and what the ledger hashed are not reached.
 */
export class MaskFreeText1790000003411 implements MigrationInterface {
  name = 'MaskFreeText1790000003411';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, texts] of Object.entries(WRITTEN)) {
      await asleep(runner, table, () => maskColumns(runner, table, texts));
      await writtenAnew(runner, table, texts.columns);
    }
    await writtenAnew(runner, 'disbursement', ['result_note']);
    const forgotten = await forgetChanges(runner, TOLD);
    if (forgotten > 0) await writtenAnew(runner, 'audit.changed_row', ['content']);
  }

  async down(): Promise<void> {
    // Nothing brings a number back, and the version before reads masked texts as well.
  }
}

const WRITTEN: Readonly<Record<string, FreeTexts>> = {
  payment_request_step: { key: 'id', columns: ['reason'] },
  control_answer: { key: 'id', columns: ['answer'] },
  request_countersignature: { key: 'id', columns: ['note'] },
  delegation: { key: 'id', columns: ['basis', 'reason'] },
  delegation_revocation: { key: 'delegation_id', columns: ['reason'] },
  role_grant: { key: 'id', columns: ['basis', 'revoke_reason'] },
  overpayment_plan: { key: 'id', columns: ['document'] },
  user_standing: { key: 'id', columns: ['reason'] },
  identity_event: { key: 'id', columns: ['detail'] },
};

/** Which values of a recorded row tell a number: `value` is the row before or after, as JSON. */
const TOLD: Readonly<Record<string, string>> = {
  roster_change: `value ->> 'field' = 'NO HP' and concat_ws(' ', value ->> 'before', value ->> 'after') ~ '\\d{5}'`,
  ...Object.fromEntries(Object.entries(WRITTEN).map(([table, { columns }]) => [table, tellsOne(columns)])),
};

// As src/core/formats/mask-long-numbers.ts does it: a hash in hex is none.
function tellsOne(columns: readonly string[]): string {
  const said = columns.map((column) => `value ->> '${column}'`).join(', ');
  return `regexp_replace(concat_ws(' ', ${said}), '[0-9a-f]{32,}', ' ', 'g') ~ '\\d{10}'`;
}
