import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { UsersService } from '../../../src/modules/users/users.service.js';
import { testApp } from '../../support/app.js';
import { addPolicy, anOffice } from '../../support/nagari.js';
import { playCase } from '../../support/signature-case.js';

const root = 'test/golden/signatures';
const { app, clock } = await testApp();
const office = await anOffice(app);
await addPolicy(app, office);
const others = [
  ['fitri', 'Fitri Yani', 'Kasi Pemerintahan'],
  ['gusti', 'Gusti Randa', 'Camat Sitiung'],
  ['hendra', 'Hendra Gunawan', 'Sekretaris Camat'],
  ['irma', 'Irma Suryani', 'Kepala DPMD'],
  ['joni', 'Joni Iskandar', 'Kepala Bidang DPMD'],
] as const;
for (const [username, fullName, position] of others) {
  await app.get(UsersService).add({ username, fullName, position });
}

describe('the signatures of a request, golden', () => {
  it.each(readdirSync(root))('%s', async (name) => {
    const { told, played } = await playCase({ app, clock, office }, join(root, name));
    expect(told.kasus).toMatch(/\S/);
    expect(played).toEqual(told);
  });
});
