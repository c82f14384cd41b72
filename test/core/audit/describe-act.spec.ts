import { describeAct, describeRows } from '../../../src/core/audit/describe-act.js';
import { recordedRow, type RecordedAct, type RecordedChange } from '../../../src/core/audit/recorded-act.js';

const account = recordedRow(
  'bank_account:5',
  '{"before": {"account_name": "SITI"}, "after": {"account_name": "SITI AMINAH"}, "hidden": ["account_number_digest"]}',
);
const change: RecordedChange = {
  table: 'bank_account',
  action: 'update',
  rowCount: 1,
  isCounted: false,
  rows: [account],
};
const act: RecordedAct = {
  position: 7n,
  at: '2026-10-05T03:00:00.000000Z',
  kind: 'person',
  actor: 'ani',
  fullName: 'Ani Marlina',
  login: 'honor_app',
  address: '10.0.0.7',
  agent: 'Firefox',
  operation: 'roster.import',
  reason: 'Buku tabungan baru',
  changes: [change],
  hash: '',
};

describe('describeAct', () => {
  it('says who did what, from where, for what and why', () => {
    expect(describeAct(act)).toBe(
      'Ani Marlina (ani) dari 10.0.0.7 (Firefox), untuk roster.import, karena "Buku tabungan baru": mengubah rekening bank_account:5.',
    );
  });

  it.each<[Partial<RecordedAct>, string]>([
    [{ kind: 'system', actor: '', fullName: null }, 'Sistem'],
    [{ kind: 'visitor', actor: '', fullName: null }, 'Seseorang yang belum masuk'],
    [{ kind: 'database', actor: 'postgres', fullName: null }, 'Langsung pada basis data, postgres'],
    [{ actor: 'eka', fullName: null }, 'eka'],
  ])('begins with who it was: %j', (who, expected) => {
    const bare = { ...act, address: '', agent: '', operation: '', reason: '', ...who };
    expect(describeAct(bare)).toBe(`${expected}: mengubah rekening bank_account:5.`);
  });

  it.each<[Partial<RecordedChange>, string]>([
    [{ rowCount: 1_315 }, 'mengubah rekening 1315 baris'],
    [{ action: 'insert', isCounted: true, rows: [], table: 'honor_line' }, 'menambah rincian honor 1 baris'],
    [{ action: 'truncate', rowCount: 0, rows: [] }, 'mengosongkan rekening'],
    [{ action: 'delete', table: 'lama' }, 'menghapus lama bank_account:5'],
    [
      { action: 'forget', table: 'audit.changed_row', rows: [recordedRow('kader:1', null)] },
      'menghapus isi jejak kader:1',
    ],
  ])('says what happened: %j', (other, expected) => {
    const sentence = describeAct({ ...act, reason: '', changes: [{ ...change, ...other }] });
    expect(sentence).toMatch(`: ${expected}.`);
  });
});

describe('describeRows', () => {
  it('says what was and is, and names what is hidden', () => {
    expect(describeRows(change)).toEqual([
      'bank_account:5: account_name "SITI" menjadi "SITI AMINAH", account_number_digest (dirahasiakan)',
    ]);
  });

  it('says that a row was forgotten, and how many more there are', () => {
    expect(describeRows({ ...change, rowCount: 3, rows: [recordedRow('kader:1', null)] })).toEqual([
      'kader:1: isinya sudah dihapus, tinggal sidik jarinya',
      'dan 2 baris lain',
    ]);
  });
});
