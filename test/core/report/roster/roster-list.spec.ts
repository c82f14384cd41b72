import { rosterList, rosterTable } from '../../../../src/core/report/roster/roster-list.js';
import { tableLines } from '../../../../src/core/report/report-table.js';
import { plainDate } from '../../../../src/core/shared/plain-date.js';
import { NOVEMBER_22 } from '../../../support/owed-facts.js';
import { aPerson, aPlace, mawar, melati } from '../../../support/validation-facts.js';

const people = [
  aPerson(1, [aPlace(melati, { role: 'ketua', tier: 'madya' })]),
  aPerson(2, [aPlace(mawar, { skTo: plainDate('2026-09-30') })], { account: null }),
  aPerson(3, [aPlace(melati, { from: plainDate('2027-01-01') })]),
  aPerson(4, []),
  aPerson(5, [aPlace(melati)], { deceasedOn: plainDate('2026-11-01') }),
  aPerson(6, [
    aPlace(mawar, { skTo: plainDate('2026-06-30') }),
    aPlace(melati, { from: plainDate('2026-07-01') }),
  ]),
];

describe('rosterList', () => {
  it('says of everybody where she serves, or why she does not, with NIK and account masked', () => {
    const lines = rosterList(people, { on: NOVEMBER_22 });
    expect(lines.map(({ kader, posyandu, status }) => [kader, posyandu, status])).toEqual([
      [4, null, 'tanpa-sk'],
      [2, 'Mawar', 'berakhir'],
      [1, 'Melati', 'aktif'],
      [3, 'Melati', 'belum-mulai'],
      [5, 'Melati', 'meninggal'],
      [6, 'Melati', 'aktif'],
    ]);
    expect(lines[2]).toMatchObject({ nik: '1310********0001', account: 'Bank Nagari **********8811' });
    expect(JSON.stringify(lines)).not.toMatch(/\d{14}/);
  });

  it('keeps to a posyandu and a status', () => {
    const wish = { on: NOVEMBER_22, posyandu: melati.registrationNumber, status: 'aktif' } as const;
    expect(rosterList(people, wish).map(({ kader }) => kader)).toEqual([1, 6]);
  });

  it('is a table that counts everybody once', () => {
    const lines = tableLines(rosterTable(rosterList(people, { on: NOVEMBER_22 }), 'Sitiung', NOVEMBER_22));
    expect(lines[1]).toBe('Jumlah: 6 kader: 2 aktif, 1 belum-mulai, 1 berakhir, 1 tanpa-sk, 1 meninggal');
    expect(lines).toHaveLength(5 + people.length);
  });
});
