import { readYearEndSettings } from '../../../../src/core/funding/year-end-settings.js';
import { tableLines } from '../../../../src/core/report/report-table.js';
import { unfunded } from '../../../../src/core/report/unfunded/unfunded.js';
import { yearEndTable } from '../../../../src/core/report/year-end/year-end-table.js';
import { yearEnd } from '../../../../src/core/report/year-end/year-end.js';
import { plainDate } from '../../../../src/core/shared/plain-date.js';
import { aHolding, aShare, aSource } from '../../../support/owed-facts.js';
import { refusalsOf } from '../../../support/refusal.js';

const settings = { cutOff: '12-24', warnDays: 30 };
const source = aSource(1, { ceiling: 200_000n, spent: 100_000n, reserved: 75_000n });
const shares = [aShare(1), aShare(2, { kaderId: 2 })];
const holdings = [aHolding(1)];

function reportOn(day: string, change: Partial<typeof source> = {}) {
  const [today, sources] = [plainDate(day), [{ ...source, ...change }]];
  const { lines } = unfunded({ today, sources, shares, holdings, ledger: [] });
  return yearEnd(2026, today, settings, { sources, lines });
}

describe('yearEnd', () => {
  it('counts the days down, and says what would lapse and what would be owed into the next year', () => {
    const report = reportOn('2026-12-04');
    expect(report).toMatchObject({ daysToCutOff: 20, daysToYearEnd: 27, isNear: true });
    expect(report.lines).toMatchObject([
      {
        unspent: 100_000n,
        owed: 150_000n,
        lapses: 100_000n,
        debt: 150_000n,
        payable: 100_000n,
        isClosed: false,
      },
    ]);
    expect(tableLines(yearEndTable(report)).slice(-3)).toEqual([
      '27 hari lagi sampai 31 Desember 2026; batas pengajuan 24 Desember 2026, 20 hari lagi.',
      'PERINGATAN: Rp100.000 masih dapat dibayar dari pagu 2026. Selesaikan SPP-nya sebelum ditutup.',
      'Rp150.000 hak kader belum dibayar. Hak itu tidak hangus: sesudah tahun ditutup menjadi utang tahun anggaran 2026, dibayar dengan request draft --prior-year.',
    ]);
  });

  it('does not warn while there is time, and says which lines are still open when there is none', () => {
    expect(reportOn('2026-10-01').isNear).toBe(false);
    const over = tableLines(yearEndTable(reportOn('2027-01-05')));
    expect(over).toContain('Tahun anggaran 2026 sudah berakhir 5 hari yang lalu.');
    expect(over.at(-1)).toContain('1 sumber dana belum ditutup');
  });

  it('shows what lapsed when the year was closed', () => {
    const { lines } = reportOn('2027-01-05', { reserved: 0n, lapsed: 100_000n });
    expect(lines).toMatchObject([{ isClosed: true, lapses: 100_000n, payable: 0n }]);
  });
});

describe('readYearEndSettings', () => {
  it('reads what is written, and refuses everything else with its place', async () => {
    expect(readYearEndSettings({ cutOff: '12-24', warnDays: '30' }, 'f')).toEqual(settings);
    const documents = [
      { cutOff: '11-30', warnDays: '0' },
      { cutOff: '12-32', warnDays: '30', more: 1 },
      'teks',
    ];
    const found = await Promise.all(
      documents.map(async (document) => {
        const problems = await refusalsOf(() => readYearEndSettings(document, 'f'));
        return problems.map(({ facts }) => facts.path);
      }),
    );
    expect(found).toEqual([
      ['cutOff', 'warnDays'],
      ['more', 'cutOff'],
      ['', 'cutOff', 'warnDays'],
    ]);
  });
});
