import type { INestApplicationContext } from '@nestjs/common';
import { RosterImportService } from '../../src/modules/kader-roster/roster-import.service.js';
import { HeirsService } from '../../src/modules/kader-roster/heirs.service.js';
import { UsersService, type User } from '../../src/modules/users/users.service.js';
import type { StatedHeir } from '../../src/core/kader/heir/check-heir.js';
import { aStatedHeir } from './heirs.js';
import { SIGUNTUR, withFile, type Office } from './nagari.js';

export const YUSNIDAR = '1310044101800001';

/** Says that Yusnidar of Siguntur died, as the roster file of her nagari does; an account of hers is still in it. */
export async function recordDeath(
  app: INestApplicationContext,
  office: Office,
  on = '14/08/2026',
): Promise<void> {
  const header =
    'NO,NAMA,NIK,TGL LAHIR,L/P,KODE NAGARI,POSYANDU,JABATAN,BIDANG,NO SK,TGL SK,TMT,BANK,NO. REKENING,NAMA REKENING,TGL BERHENTI,ALASAN BERHENTI';
  const appointment = `${SIGUNTUR},Mawar,Kader,Kesehatan,SK-1/2026,05/01/2026,05/01/2026`;
  const row = `1,Yusnidar,${YUSNIDAR},01/01/1980,P,${appointment},Bank Nagari,0041800001,Yusnidar,${on},Meninggal dunia`;
  const report = await withFile('kader.csv', [header, row].join('\n'), (path) =>
    app.get(RosterImportService).importRoster({ path, by: office.operator.id, acceptChanges: true }),
  );
  expect(report.problems).toEqual([]);
}

/** Who records heirs in an office: none of those who take the steps of a payment. */
export function aRecorder(app: INestApplicationContext): Promise<User> {
  return app.get(UsersService).add({ username: 'fitri', fullName: 'Fitri Yeni', position: 'Petugas Data' });
}

/** An heir of Yusnidar, recorded by one and confirmed by another. */
export async function aConfirmedHeir(
  app: INestApplicationContext,
  office: Office,
  change: Partial<StatedHeir> = {},
): Promise<void> {
  const recorder = await aRecorder(app);
  const heirs = app.get(HeirsService);
  const stated = aStatedHeir(change);
  await heirs.record(YUSNIDAR, stated, recorder.id);
  await heirs.confirm(YUSNIDAR, stated.account.number, office.verifier.id);
}
