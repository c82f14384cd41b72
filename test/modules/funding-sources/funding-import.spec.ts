import { DataSource } from 'typeorm';
import { describeProblem } from '../../../src/core/formats/sheet/problem.js';
import { FundingSourcesService } from '../../../src/modules/funding-sources/funding-sources.service.js';
import { testApp } from '../../support/app.js';
import { addFunding, anOffice, SIGUNTUR, withFile } from '../../support/nagari.js';

const { app } = await testApp();
const office = await anOffice(app);
await addFunding(app, office, SIGUNTUR, 1_000_000n);
const HEADER =
  'KODE PEMBAYAR;NAMA PEMBAYAR;KODE WILAYAH;SUMBER DANA;NAMA SUMBER DANA;TAHUN ANGGARAN;KODE KEGIATAN;KODE REKENING;PAGU;DASAR HUKUM';
const row = (
  change: Partial<Record<'payer' | 'payerName' | 'region' | 'label' | 'year' | 'ceiling', string>>,
) => {
  const { payer, payerName, region, label, year, ceiling } = {
    payer: SIGUNTUR,
    payerName: change.payer ?? SIGUNTUR,
    region: SIGUNTUR,
    year: '2026',
    label: 'DDS',
    ceiling: '1000000',
    ...change,
  };
  return [payer, payerName, region, label, label, year, '2.2.02', '5.2.2.03', ceiling, 'DPA 1/2026'].join(
    ';',
  );
};
const importRows = (...rows: string[]) =>
  withFile('dana.csv', [HEADER, ...rows].join('\n'), (path) =>
    app.get(FundingSourcesService).importFile(path, office.operator.id),
  );

describe('FundingSourcesService.importFile', () => {
  it('changes nothing when the same lines come again', async () => {
    expect(await importRows(row({}))).toMatchObject({
      applied: true,
      created: 0,
      unchanged: 1,
      problems: [],
    });
  });

  it.each([
    ['another ceiling', row({ ceiling: '2000000' }), 'funding.source-exists-differently'],
    [
      'a payer of no region',
      row({ payer: '13.10.04.9999', region: '13.10.04.9999' }),
      'funding.region-unknown',
    ],
    ['a kabupaten as nagari', row({ payer: '13.10', region: '13.10' }), 'funding.payer-unknown'],
    ['a year of no database', row({ year: '1926' }), 'funding.year-out-of-range'],
    ['another name of a payer', row({ payerName: 'Nagari Lain' }), 'funding.payer-name-differs'],
    ['a payer named like nobody', row({ payer: 'dinas kesehatan' }), 'funding.payer-unknown'],
    ['an unreadable label', row({ label: 'Dana Desa' }), 'funding.label-unreadable'],
  ])('applies nothing of a file with %s', async (_, wrong, code) => {
    const report = await importRows(row({ label: 'PAD' }), wrong);
    expect(report.problems.map((problem) => problem.code)).toEqual([code]);
    expect(report.problems.map(describeProblem).join()).not.toContain('?');
    expect(report.applied).toBe(false);
  });

  it('names a line that is there twice', async () => {
    const report = await importRows(row({ label: 'PBH' }), row({ label: 'PBH' }));
    expect(report.problems.map((problem) => problem.code)).toEqual(['funding.source-twice']);
  });

  it('gives a new line its ceiling by a move with its legal basis', async () => {
    expect(await importRows(row({ label: 'BKK', ceiling: '5000' }))).toMatchObject({
      applied: true,
      created: 1,
    });
    const moves = await app.get(DataSource).query<unknown[]>(
      `select kind, amount, reference from budget_move join funding_source source on source.id = funding_source_id
       where label = 'BKK'`,
    );
    expect(moves).toEqual([{ kind: 'allot', amount: 5_000n, reference: 'DPA 1/2026' }]);
  });
});
