import { DataSource } from 'typeorm';
import type { Grant, Person } from '../../../src/core/access/actor.js';
import type { Scope } from '../../../src/core/access/scope.js';
import { CurrentActor } from '../../../src/platform/session/current-actor.js';
import { testApp } from '../../support/app.js';
import { addKader, anOffice, SIGUNTUR, SITIUNG } from '../../support/nagari.js';

const { app } = await testApp();
const office = await anOffice(app);
await addKader(app, office, { nik: '1310044101850001', name: 'Rosna', nagari: SITIUNG });
await addKader(app, office, { nik: '1310044101850002', name: 'Yusra', nagari: SIGUNTUR });
const dataSource = app.get(DataSource);
const current = app.get(CurrentActor);

function reader(...scopes: readonly Scope[]): Person {
  const grants: Grant[] = scopes.map((scope) => ({ role: 'operator', scope }));
  return { kind: 'person', userId: 1, username: 'ani', fullName: 'Ani', grants, hasSecondFactor: false };
}

const sitiung = reader({ kind: 'region', code: SITIUNG });
const siguntur = reader({ kind: 'region', code: SIGUNTUR });
const kabupaten = reader({ kind: 'region', code: '13.10' });
const nobody = reader();

/** As somebody in a hurry would write it. */
const everyName = async (): Promise<string[]> => {
  const rows = await dataSource.query<{ name: string }[]>('select name from kader order by name');
  return rows.map(({ name }) => name);
};

describe('a statement without WHERE', () => {
  it('shows whoever reads the rows of her scopes only', async () => {
    expect(await current.read(sitiung, everyName)).toEqual(['Rosna']);
    expect(await current.read(siguntur, everyName)).toEqual(['Yusra']);
    expect(await current.read(kabupaten, everyName)).toEqual(['Rosna', 'Yusra']);
    expect(await current.read(nobody, everyName)).toEqual([]);
  });

  it('shows the system, and a rule that must see everybody, all rows', async () => {
    expect(await everyName()).toEqual(['Rosna', 'Yusra']);
    expect(await current.run(sitiung, everyName)).toEqual(['Rosna', 'Yusra']);
  });

  it('never shows one reader what belongs to another, on connections they take turns with', async () => {
    const turns = Array.from({ length: 60 }, (_, turn) => turn);
    const answers = turns.map((turn) => current.read(turn % 2 === 0 ? sitiung : siguntur, everyName));
    for (const [turn, names] of (await Promise.all(answers)).entries()) {
      expect([turn, names]).toEqual([turn, turn % 2 === 0 ? ['Rosna'] : ['Yusra']]);
    }
  });

  it('limits her inside a transaction too', async () => {
    const names = () =>
      dataSource.transaction('REPEATABLE READ', (tx) =>
        tx.query<{ name: string }[]>('select name from kader'),
      );
    expect(await current.read(sitiung, names)).toEqual([{ name: 'Rosna' }]);
  });

  it('changes nothing', async () => {
    const act = () => dataSource.query(`update kader set name = 'X'`);
    await expect(current.read(sitiung, act)).rejects.toMatchObject({ code: '42501' });
  });
});
