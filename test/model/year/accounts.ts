import { DataSource } from 'typeorm';
import { KaderRosterService } from '../../../src/modules/kader-roster/kader-roster.service.js';
import { purposes } from '../../../src/core/privacy/purposes.js';
import { testVault } from '../../support/sealed.js';
import type { RosterFact } from './facts.js';
import { importRoster } from './intake.js';
import type { Desk } from './office.js';
import { personOf } from './world.js';

interface ReturnedTo {
  readonly nik: Buffer;
  readonly posyandu: string;
  readonly serial: number;
}

/** Half of those whose last transfer came back bring another account; a second person confirms it. */
export async function mendAccounts(desk: Desk, salt: number): Promise<void> {
  const returned = await desk.app.get(DataSource).query<ReturnedTo[]>(RETURNED);
  const changes = returned.flatMap(({ nik, posyandu, serial }): AccountFact[] => {
    const kader = Number(testVault.open(purposes.kaderNik, nik).slice(-4));
    if ((kader + salt) % 2 === 0) return [];
    const number = `2${String(serial)}${String(kader).padStart(12, '0')}`;
    return [{ kind: 'account', kader, posyandu, number }];
  });
  await importRoster(desk, changes);
  for (const { kader, number } of changes) {
    const wish = { kaderNik: personOf(kader).nik, account: number, by: desk.hands.second.id };
    await desk.app.get(KaderRosterService).confirmAccount(wish);
  }
}

type AccountFact = Extract<RosterFact, { kind: 'account' }>;

const RETURNED = `
  select nik_sealed as nik, registration_number as posyandu,
         (select count(*)::int from bank_account every where every.kader_id = kader.id) as serial
  from kader
  join lateral (select id from bank_account where kader_id = kader.id and superseded_at is null) account on true
  join lateral (select state from disbursement where bank_account_id = account.id and state in ('paid', 'returned')
                order by id desc limit 1) last on state = 'returned'
  join lateral (select posyandu_id from appointment where kader_id = kader.id order by valid_from desc limit 1) place on true
  join posyandu on posyandu.id = posyandu_id order by kader.id`;
