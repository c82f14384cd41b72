import { DataSource } from 'typeorm';
import { KaderFactsRepository } from '../../../src/modules/entitlements/kader-facts.repository.js';
import { testApp } from '../../support/app.js';
import { addKader, anOffice, SIGUNTUR, SITIUNG } from '../../support/nagari.js';
import { JULY } from '../../support/payments.js';

const { app } = await testApp();
const office = await anOffice(app);
const dataSource = app.get(DataSource);
const siti = await addKader(app, office, {
  nik: '1310044101800001',
  name: 'Siti',
  nagari: SITIUNG,
  from: '2026-07-10',
});
const [{ id: importId }] = await dataSource.query<[{ id: number }]>(
  'select max(id) as id from roster_import',
);

async function hold(nagari: string, on: string, kind: string, attends: boolean, verified = true) {
  const [{ id }] = await dataSource.query<[{ id: number }]>(
    `insert into activity (posyandu_id, held_on, kind, import_id, recorded_by, verified_by, verified_at)
     select id, $2, $3, $4, $5, $6, case when $6::int is not null then now() end from posyandu where nagari_code = $1
     returning id`,
    [nagari, on, kind, importId, office.operator.id, verified ? office.verifier.id : null],
  );
  if (attends) await dataSource.query('insert into activity_attendance values ($1, $2)', [id, siti]);
}

const facts = async () => (await app.get(KaderFactsRepository).ofKader(dataSource, [siti], [JULY]))[0];

describe('KaderFactsRepository', () => {
  it('counts the verified events of her posyandu on her days of service and those she attended, and names the others', async () => {
    await hold(SITIUNG, '2026-07-05', 'hari-buka', false);
    await hold(SITIUNG, '2026-07-12', 'hari-buka', true);
    await hold(SITIUNG, '2026-07-19', 'hari-buka', false);
    await hold(SITIUNG, '2026-07-26', 'penyuluhan', true, false);
    await hold(SITIUNG, '2026-07-04', 'penyuluhan', true);
    await hold(SIGUNTUR, '2026-07-20', 'hari-buka', true);
    await hold(SIGUNTUR, '2026-07-22', 'rapat-pelatihan', true);
    await hold(SITIUNG, '2026-08-02', 'hari-buka', true);
    const known = await facts();
    expect(known?.posyanduEvents).toEqual(
      new Map([[JULY, new Map([['hari-buka', { held: 2, attended: 1 }]])]]),
    );
    expect(known?.verifiedActivities).toEqual(
      new Map([
        [
          JULY,
          new Map([
            ['hari-buka', 1],
            ['rapat-pelatihan', 1],
          ]),
        ],
      ]),
    );
    expect(known?.leftOutActivities?.get(JULY)).toMatchObject([
      { kind: 'penyuluhan', on: '2026-07-04', posyandu: 'Melati', why: 'without-sk' },
      { kind: 'hari-buka', on: '2026-07-20', posyandu: 'Mawar', why: 'other-posyandu' },
    ]);
  });

  it('knows the tiers she held, without those that were withdrawn, and her bidang', async () => {
    await dataSource.query(
      `insert into kader_tier (kader_id, tier, certificate, valid_from, valid_to, import_id, withdrawn_by) values
       ($1, 'purwa', 'S-1', '2026-02-01', '2026-07-15', $2, null), ($1, 'utama', 'S-2', '2026-07-16', null, $2, $2),
       ($1, 'madya', 'S-3', '2026-07-16', null, $2, null)`,
      [siti, importId],
    );
    const known = await facts();
    expect(known?.tiers).toMatchObject([
      { tier: 'purwa', certificate: 'S-1', from: '2026-02-01', to: '2026-07-15' },
      { tier: 'madya', certificate: 'S-3', from: '2026-07-16', to: null },
    ]);
    expect(known?.appointments).toMatchObject([{ bidang: 'kesehatan' }]);
  });
});
