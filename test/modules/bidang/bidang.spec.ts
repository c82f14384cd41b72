import { DataSource } from 'typeorm';
import { describeProblem } from '../../../src/core/formats/sheet/problem.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { BidangOpdsService } from '../../../src/modules/bidang/bidang-opds.service.js';
import { EntitlementsService } from '../../../src/modules/entitlements/entitlements.service.js';
import { ExplanationService } from '../../../src/modules/reports/explanation.service.js';
import { ValidationService } from '../../../src/modules/reports/validation.service.js';
import { testApp } from '../../support/app.js';
import { SIGUNTUR, withFile } from '../../support/nagari.js';
import { aPayingNagari, calculate, JULY } from '../../support/payments.js';
import { addSpm, importStarts } from '../../support/spm.js';

const { app } = await testApp();
const office = await aPayingNagari(app);
const months = [JULY, serviceMonth('2026-08')];
const opds = app.get(BidangOpdsService);
const HEALTH = 'Kesehatan;13.10;2026-01;SK 7/2026';

const opdFile = (...rows: string[]) => {
  const header =
    'BIDANG;KODE WILAYAH;KODE OPD;NAMA OPD;BATAS HARI KERJA;BERLAKU MULAI;BERLAKU SAMPAI;DASAR HUKUM;CATATAN';
  return withFile('opd.csv', [header, ...rows].join('\n'), (path) =>
    opds.importFile(path, office.operator.id),
  );
};

describe('bidang-opd import', () => {
  it('takes the shipped file, and the same again changes nothing', async () => {
    await addSpm(app, office);
    const again = await opds.importFile('config/bidang/13.10-opd.csv', office.operator.id);
    expect(again).toMatchObject({ created: 0, unchanged: 6, applied: true });
    expect((await opds.list()).every(({ note }) => note?.includes('belum diperiksa'))).toBe(true);
  });

  it('ends the one before when another begins later', async () => {
    const report = await opdFile('Sosial;13.10;DINSOSPPPA;Dinas Sosial PPPA;3;01/09/2026;;SK 9/2026;');
    expect(report).toMatchObject({ problems: [], created: 1, ended: 1 });
    const social = (await opds.list()).filter(({ bidang }) => bidang === 'sosial');
    expect(social.map(({ opdCode, to }) => [opdCode, to])).toEqual([
      ['DINSOS', '2026-08-31'],
      ['DINSOSPPPA', null],
    ]);
  });

  it('names what is wrong by cell, and stores nothing', async () => {
    const report = await opdFile(
      'Sosial;13.99;dinsos;Dinas;0;01/01/2026;01/01/2025;SK;',
      'Agama;13.10;KUA;KUA;5;01/01/2026;;SK;',
      'Kesehatan;13.10;RSUD;RSUD;5;01/01/2025;;SK;',
    );
    expect(report.applied).toBe(false);
    expect(report.problems.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
      'B2 bidang.region-unknown',
      'C2 bidang.opd-code',
      'E2 bidang.limit-days',
      'G2 bidang.opd-dates-reversed',
      'A3 sheet.choice-unknown',
      'F4 bidang.opd-overlaps',
    ]);
  });
});

describe('bidang start', () => {
  it('reads months as people write them, and refuses a bidang before health', async () => {
    const report = await importStarts(app, office, [
      'Pendidikan;13.10.04;Juli 2026;SK',
      'Sosial;13;01/2026;SK',
      'PU;13.10;tahun depan;SK',
    ]);
    expect(report.problems.map(describeProblem)).toEqual([
      expect.stringContaining(
        'sel C2, kolom MULAI, isi "Juli 2026": Bidang pendidikan mulai Juli 2026 di Sitiung',
      ),
      expect.stringContaining('Wilayah 13 bukan kabupaten'),
      expect.stringContaining('Bulan mulai harus tahun dan bulan'),
    ]);
    const example = await importStarts(app, office, [HEALTH, HEALTH]);
    expect(example.problems.map(({ code }) => code)).toEqual(['bidang.start-twice']);
    const partly = await importStarts(app, office, ['Kesehatan;13.10.04;07/2026;SK'], { dryRun: true });
    expect(partly.notes.map(({ code, facts }) => [code, facts.count])).toEqual([
      ['bidang.health-nowhere', 48],
    ]);
  });

  it('decides from when on honor is earned, says why not before, and a changed start is a correction', async () => {
    await app
      .get(DataSource)
      .query(
        `update appointment set bidang = 'sosial' where kader_id = (select id from kader where name = 'Rosmaniar')`,
      );
    expect((await calculate(app, office, months)).gross).toBe(300_000n);
    const late = ['Sosial;13.10.04;2026-08;SK 8/2026'];
    expect(await importStarts(app, office, [HEALTH, ...late])).toMatchObject({
      problems: [],
      created: 2,
      applied: true,
    });
    const recalculate = () =>
      app.get(EntitlementsService).calculate({ regionCode: SIGUNTUR, months, by: office.operator });
    expect((await recalculate()).changedGross).toBe(-75_000n);
    const { answer, exclusions } = await app
      .get(ExplanationService)
      .explain({ kader: '1310044101800002', month: JULY });
    expect(answer.code).toBe('report.withdrawn');
    expect(exclusions[0]?.reason.text).toBe(
      `Bidang sosial di ${SIGUNTUR} baru mulai Agustus 2026 (tahap Sitiung (13.10.04), SK 8/2026); tidak ada hak honor untuk Juli 2026.`,
    );
    const sooner = [`Sosial;${SIGUNTUR};2026-07;SK 9/2026`];
    expect(await importStarts(app, office, sooner)).toMatchObject({ created: 1, applied: true });
    expect((await recalculate()).changedGross).toBe(75_000n);
    const moved = [`Sosial;${SIGUNTUR};2026-12;SK 10/2026`];
    expect(await importStarts(app, office, moved)).toMatchObject({ applied: false, changed: [{}] });
    expect(await importStarts(app, office, moved, { acceptChanges: true })).toMatchObject({ applied: true });
    const { data } = await app.get(ValidationService).report({ regionCode: SIGUNTUR });
    expect(data.findings.map(({ what }) => what.text)).toContain(
      '1 kader bidang sosial sudah diangkat, tetapi bidangnya baru mulai Desember 2026 di sini: belum ada honor (honor bidang start import).',
    );
  });
});
