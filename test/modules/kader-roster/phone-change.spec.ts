import { DataSource } from 'typeorm';
import { RosterImportService } from '../../../src/modules/kader-roster/roster-import.service.js';
import { testApp } from '../../support/app.js';
import { databaseText } from '../../support/database-text.js';
import { addKader, anOffice, withFile } from '../../support/nagari.js';

const OLD = '081234567890';
const NEW = '085299991111';

const { app, url } = await testApp();
const office = await anOffice(app);
await addKader(app, office, { nik: '1310044101800001', name: 'Yusnidar' });
await app.get(DataSource).query(`update kader set phone = '${OLD}'`);

it('a telephone number is whole with its kader only, not in the history of the roster or of the database', async () => {
  const row = `NAMA;NIK;TGL LAHIR;L/P;KODE NAGARI;POSYANDU;NO HP\nYusnidar;1310044101800001;01/01/1980;P;13.10.04.2001;Melati;${NEW}`;
  const report = await withFile('kader.csv', row, (path) =>
    app.get(RosterImportService).importRoster({ path, by: office.operator.id, acceptChanges: true }),
  );
  expect(report).toMatchObject({ problems: [], applied: true });
  const changes: unknown = await app.get(DataSource).query('select field, before, after from roster_change');
  expect(changes).toEqual([{ field: 'NO HP', before: '********7890', after: '********1111' }]);
  const tables = [...(await databaseText(url))];
  expect(tables.filter(([, text]) => text.includes(NEW)).map(([table]) => table)).toEqual(['kader']);
  expect(tables.filter(([, text]) => text.includes(OLD))).toEqual([]);
});
