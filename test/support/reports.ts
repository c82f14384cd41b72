import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ServiceMonth } from '../../src/core/shared/service-month.js';

/**
 * Every posyandu reports one verified class in each of these months, and everybody appointed there was at it: what
 * a nagari that pays honor usually has, so that no control asks for it.
 */
export async function reportActivity(
  app: INestApplicationContext,
  months: readonly ServiceMonth[],
): Promise<void> {
  await app.get(DataSource).transaction(async (tx) => {
    const days = months.map((month) => `${month}-15`);
    await tx.query(
      `insert into roster_import (kind, file_name, file_sha256, imported_by, imported_at, counts)
       select 'activity', 'hadir', repeat('0', 64), min(id), now(), '{}' from app_user`,
    );
    await tx.query(
      `insert into activity (posyandu_id, held_on, kind, import_id, recorded_by, verified_by, verified_at)
       select posyandu.id, day, 'penyuluhan', (select max(id) from roster_import), first, last, now()
       from posyandu, unnest($1::date[]) as day, (select min(id) as first, max(id) as last from app_user) users
       on conflict do nothing`,
      [days],
    );
    await tx.query(
      `insert into activity_attendance (activity_id, kader_id)
       select activity.id, kader_id from activity
       join appointment on appointment.posyandu_id = activity.posyandu_id and active @> held_on
       where kind = 'penyuluhan' and held_on = any($1::date[]) on conflict do nothing`,
      [days],
    );
  });
}
