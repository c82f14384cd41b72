import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Bidang } from '../../src/core/kader/vocabulary.js';
import { plainDate } from '../../src/core/shared/plain-date.js';
import { HeirsService } from '../../src/modules/kader-roster/heirs.service.js';
import { KaderRosterService } from '../../src/modules/kader-roster/kader-roster.service.js';
import { RosterImportService } from '../../src/modules/kader-roster/roster-import.service.js';
import { ReferralImportService } from '../../src/modules/referrals/referral-import.service.js';
import { AccountNumbers } from '../../src/platform/secrets/account-numbers.js';
import { aStatedHeir } from './heirs.js';
import { addKader, withFile, type Office } from './nagari.js';

/** A kader of a nagari, by what she is known by. */
export interface Person {
  readonly nik: string;
  readonly name: string;
  readonly nagari: string;
}

/** Another account for a kader that waits for a second person. */
export async function changeAccount(
  app: INestApplicationContext,
  office: Office,
  kaderId: number,
): Promise<void> {
  const number = `77${String(kaderId).padStart(8, '0')}`;
  const { sealed, digest } = app.get(AccountNumbers).seal('bank_account', number);
  await app.get(DataSource).query(
    `insert into bank_account (kader_id, bank_code, account_number_sealed, account_number_digest, account_name,
                               recorded_by, recorded_at, replaces_id)
     select kader_id, bank_code, $2, $3, account_name, $4, now(), id from bank_account where kader_id = $1`,
    [kaderId, sealed, digest, office.operator.id],
  );
}

/** A kader who died, and an heir of hers who waits for a second person; the number of the kader. */
export async function addDeadKader(
  app: INestApplicationContext,
  office: Office,
  { nik, name, nagari }: Person,
): Promise<number> {
  await addKader(app, office, { nik, name, nagari, account: null });
  const header =
    'NAMA,NIK,TGL LAHIR,L/P,POSYANDU,KODE NAGARI,JABATAN,BIDANG,NO SK,TGL SK,TMT,TGL BERHENTI,ALASAN BERHENTI';
  const appointment = `${nagari}.001,${nagari},Kader,Kesehatan,SK-1/2026,05/01/2026,05/01/2026`;
  const row = `${name},${nik},01/01/1980,P,${appointment},14/08/2026,Meninggal dunia`;
  const report = await withFile('kader.csv', [header, row].join('\n'), (path) =>
    app.get(RosterImportService).importRoster({ path, by: office.operator.id, acceptChanges: true }),
  );
  expect(report.problems).toEqual([]);
  const account = { bank: 'Bank Nagari', number: `88${nik.slice(-8)}`, name: `ANAK ${name.toUpperCase()}` };
  const heir = aStatedHeir({ name: `Anak ${name}`, nik: undefined, account });
  await app.get(HeirsService).record(nik, heir, office.operator.id);
  return app.get(KaderRosterService).idOf(nik);
}

/** What a kader passed on to whoever answers for this bidang, who has not answered; its number. */
export async function refer(
  app: INestApplicationContext,
  office: Office,
  { nik, name, nagari, bidang, subject }: Person & { readonly bidang: Bidang; readonly subject: string },
): Promise<number> {
  const command = { posyandu: `${nagari}.001`, nik, bidang, subject, on: plainDate('2026-09-25') };
  const what = { count: 2, description: `Dua keluarga di jorong ${name}` };
  const report = await app.get(ReferralImportService).record({ ...command, ...what }, office.operator.id);
  expect(report).toMatchObject({ problems: [], applied: true });
  return report.referrals[0] ?? 0;
}
