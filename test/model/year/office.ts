import { readFile } from 'node:fs/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { ControlDataService } from '../../../src/modules/controls/control-data.service.js';
import { FundingSourcesService } from '../../../src/modules/funding-sources/funding-sources.service.js';
import { RegionImportService } from '../../../src/modules/regions/region-import.service.js';
import { UsersService, type User } from '../../../src/modules/users/users.service.js';
import type { SteppedClock } from '../../../src/platform/clock.js';
import { chooseDeductions, withFile } from '../../support/nagari.js';
import { fundingSheet, posyanduSheet } from './sheets.js';
import { KABUPATEN, payers } from './world.js';

/** The program and everybody who works with it. */
export interface Desk {
  readonly app: INestApplicationContext;
  readonly clock: SteppedClock;
  readonly hands: Readonly<Record<Hand, User>>;
}

const positions = {
  operator: 'Kasi Kesejahteraan',
  verifier: 'Sekretaris Nagari',
  wali: 'Wali Nagari',
  treasurer: 'Kaur Keuangan',
  registrar: 'Petugas data',
  second: 'Petugas data kedua',
} as const;
type Hand = keyof typeof positions;

/** An empty program gets its places, people, budget lines and deductions. */
export async function openDesk(app: INestApplicationContext, clock: SteppedClock): Promise<Desk> {
  const regions = app.get(RegionImportService);
  await regions.importRegions('config/regions/13.10-dharmasraya.csv');
  const added = await withFile('posyandu.csv', posyanduSheet(), (path) => regions.importPosyandu({ path }));
  expect(added).toMatchObject({ problems: [], applied: true });
  const users = app.get(UsersService);
  const hands: Partial<Record<Hand, User>> = {};
  for (const [hand, position] of Object.entries(positions)) {
    hands[hand as Hand] = await users.add({ username: hand, fullName: `Ibu ${hand}`, position });
  }
  const desk = { app, clock, hands: hands as Record<Hand, User> };
  const by = desk.hands.registrar.id;
  await withFile('dana.csv', fundingSheet(KABUPATEN), async (path) => {
    const { problems } = await app.get(FundingSourcesService).importFile(path, by);
    expect(problems).toEqual([]);
  });
  await withFile('kontrol.yaml', await quieterControls(), (path) =>
    app.get(ControlDataService).importSettings(path, by),
  );
  for (const payer of payers) await chooseDeductions(app, by, payer, ['tanpa-pph21', 'tanpa-bpjs']);
  return desk;
}

/** Warnings that a random year is full of, and that say nothing of sums: nobody answers them by the hundred here. */
async function quieterControls(): Promise<string> {
  const settings = await readFile('config/controls.yaml', 'utf8');
  const quiet = /^( {4}(?:amount-jumped|amount-far-from-others|older-months-unpaid|report-missing): )warn/gm;
  return settings.replace(quiet, '$1off');
}
