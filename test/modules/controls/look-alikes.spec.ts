import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { nameKey } from '../../../src/core/control/name-key.js';
import { ControlsService } from '../../../src/modules/controls/controls.service.js';
import { testApp } from '../../support/app.js';
import { addKader, SIGUNTUR, SITIUNG } from '../../support/nagari.js';
import { aDraft, aPayingNagari, JULY } from '../../support/payments.js';

const { app } = await testApp();
const office = await aPayingNagari(app, 10_000_000n);
const sql = <Row>(statement: string, ...values: readonly unknown[]) =>
  app.get(DataSource).query<Row[]>(statement, [...values]);

async function add(name: string, born: string, nagari: string, last: string): Promise<void> {
  const id = await addKader(app, office, { nik: `13100441018000${last}`, name, nagari });
  await sql('update kader set birth_date = $2 where id = $1', id, born);
}

describe('people who may be one', () => {
  it('are found on any roster though name and birth date are spelled otherwise, and nobody else is', async () => {
    await add('Siti Nurhaliza binti Ahmad', '1980-03-05', SIGUNTUR, '11');
    await add('Siti Nurhaliza binti Achmad', '1980-05-03', SITIUNG, '12');
    await add('Moh. Djufri', '1975-11-21', SIGUNTUR, '13');
    await add('Muhammad Jufri', '1976-11-21', SITIUNG, '14');
    await add('Rosmawati Noer', '1979-08-17', SIGUNTUR, '15');
    await add('Rosmawati Nur', '1979-08-18', SITIUNG, '16');
    await add('Rosmawati Nur', '1988-02-03', SITIUNG, '17');
    await add('Yarnis', '1980-05-03', SITIUNG, '18');
    const found = await app.get(ControlsService).run(await aDraft(app, office, [JULY]));
    const alike = found.filter(({ code }) => code === 'control.same-person').map(({ evidence }) => evidence);
    expect(alike.map(({ kader, other, score }) => [kader, other, score])).toEqual([
      ['Moh. Djufri', 'Muhammad Jufri', 85],
      ['Rosmawati Noer', 'Rosmawati Nur', 85],
      ['Siti Nurhaliza binti Ahmad', 'Siti Nurhaliza binti Achmad', 86],
    ]);
  });
});

describe('name_key', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'Siti',
      'St.',
      'binti',
      'Moh.',
      'Hj.',
      'S.Pd.',
      ', S.Pd.',
      'Drs.',
      'Khadijah',
      'Noer',
      'Achmad',
    ),
    fc.stringMatching(/^[A-Za-z'.-]{1,9}$/),
    fc.stringMatching(/^[aeiouhkcsydjtnAEHKCS]{2,7}$/),
    fc.constantFrom('André', '11', '000012', 'S', 'A.Md.Keb', ','),
  );
  const names = fc.sample(
    fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')),
    2_000,
  );

  it('is for the database what nameKey is for the core', async () => {
    const rows = await sql<{ name: string; key: string }>(
      `select name, name_key(name) as key from unnest($1::text[]) name`,
      names,
    );
    expect(rows.map(({ name, key }) => [name, key])).toEqual(names.map((name) => [name, nameKey(name)]));
  });
});
