import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addFunding, addKader, anOffice, SIGUNTUR, SITIUNG, type Office } from './nagari.js';
import { importPolicy, policyDocument } from './payments.js';

/** Two nagari that pay by days; Yusnidar moved from Siguntur to Sitiung on 11 July, Rosmaniar stayed in Siguntur. */
export async function aMove(app: INestApplicationContext): Promise<{ office: Office; yusnidar: number }> {
  const office = await anOffice(app);
  const { components } = policyDocument() as { components: readonly object[] };
  const byDays = components.map((component) => ({ ...component, proration: 'by-days' }));
  await importPolicy(app, office, policyDocument({ components: byDays }));
  for (const nagari of [SIGUNTUR, SITIUNG]) await addFunding(app, office, nagari, 1_000_000n);
  const yusnidar = await addKader(app, office, {
    nik: '1310044101800001',
    name: 'Yusnidar',
    nagari: SIGUNTUR,
    to: '2026-07-10',
  });
  await addKader(app, office, { nik: '1310044101800002', name: 'Rosmaniar', nagari: SIGUNTUR });
  await moveTo(app, yusnidar, SITIUNG, '2026-07-11');
  return { office, yusnidar };
}

async function moveTo(
  app: INestApplicationContext,
  kader: number,
  nagari: string,
  from: string,
): Promise<void> {
  const dataSource = app.get(DataSource);
  await dataSource.query('update kader set nagari_code = $2 where id = $1', [kader, nagari]);
  await dataSource.query(
    `insert into appointment (kader_id, posyandu_id, role, bidang, sk_number, sk_date, valid_from, sk_valid_to, import_id)
     select $1, id, 'kader', 'kesehatan', 'SK-2/2026', $3, $3, '2026-12-31', (select max(id) from roster_import)
     from posyandu where nagari_code = $2`,
    [kader, nagari, from],
  );
}
