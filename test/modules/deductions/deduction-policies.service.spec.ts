import { readFile } from 'node:fs/promises';
import { DataSource } from 'typeorm';
import { versionOn } from '../../../src/core/deduction/policy-in-force.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import {
  DeductionPoliciesService,
  type ChoiceCommand,
} from '../../../src/modules/deductions/deduction-policies.service.js';
import { FundingSourcesService } from '../../../src/modules/funding-sources/funding-sources.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { testApp } from '../../support/app.js';
import { importTaxFacts } from '../../support/deductions.js';
import { addKader, addPolicy, anOffice, SITIUNG, withFile } from '../../support/nagari.js';
import { calculate, JULY, sqlVerdict } from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';

const { app } = await testApp();
const office = await anOffice(app);
const service = app.get(DeductionPoliciesService);
const shipped = (name: string) => readFile(`config/deductions/${name}.yaml`, 'utf8');
const importText = (content: string) =>
  withFile('potongan.yaml', content, (path) => service.importFile(path, office.operator.id));
const choose = (change: Partial<ChoiceCommand>) =>
  service.choose({
    payer: SITIUNG,
    policy: 'tanpa-pph21',
    from: plainDate('2026-01-01'),
    note: 'Surat KPP 9/2026',
    by: office.operator.id,
    ...change,
  });

beforeAll(async () => {
  await addPolicy(app, office);
  await withFile(
    'dana.csv',
    [
      'KODE PEMBAYAR;NAMA PEMBAYAR;KODE WILAYAH;SUMBER DANA;TAHUN ANGGARAN;KODE KEGIATAN;KODE REKENING;PAGU;DASAR HUKUM',
      ...['DDS', 'ADN'].map(
        (label) => `${SITIUNG};Sitiung;${SITIUNG};${label};2026;2.2.02;5.2.2.03;900000;DPA 1/2026`,
      ),
    ].join('\n'),
    (path) => app.get(FundingSourcesService).importFile(path, office.operator.id),
  );
});

describe('DeductionPoliciesService', () => {
  it('imports every document of a file once, and refuses what is not a policy', async () => {
    const both = `${await shipped('tanpa-pph21')}---\n${await shipped('tanpa-bpjs')}`;
    expect(await importText(both)).toMatchObject([
      { code: 'tanpa-pph21', isNew: true },
      { code: 'tanpa-bpjs' },
    ]);
    expect(await importText(both)).toMatchObject([
      { version: 1, isNew: false },
      { version: 1, isNew: false },
    ]);
    expect(await refusalCodes(() => importText('a: [b'))).toEqual(['deduction.file-unreadable']);
    expect(await refusalCodes(() => importText(''))).toEqual(['deduction.file-unreadable']);
    expect(await refusalCodes(() => importText('a\0b'))).toEqual(['deduction.file-not-text']);
  });

  it('ends an open version the day before the next, and refuses an overlap or another kind', async () => {
    const bpjs = await shipped('bpjs-kader');
    await importText(bpjs);
    const next = bpjs.replace(`validFrom: '2024-01-01'`, `validFrom: '2026-07-01'`).replace('6800', '7800');
    expect(await importText(next)).toMatchObject([{ version: 2, isNew: true }]);
    const versions = (await service.versions()).filter(({ policy }) => policy.code === 'bpjs-kader');
    expect(versions.map(({ policy }) => policy.validTo)).toEqual(['2026-06-30', null]);
    const overlapping = bpjs.replace(`'2024-01-01'`, `'2025-01-01'`).replace('6800', '8800');
    expect(await refusalCodes(() => importText(overlapping))).toEqual(['deduction.policy-overlaps']);
    const turned = (await shipped('tanpa-pph21')).replace('code: tanpa-pph21', 'code: bpjs-kader');
    expect(await refusalCodes(() => importText(turned))).toEqual(['deduction.kind-differs']);
  });

  it('replaces a dated version from a day on, or as a whole, and says so', async () => {
    const dated = (await shipped('tanpa-bpjs'))
      .replace('code: tanpa-bpjs', 'code: bpjs-bertanggal')
      .replace('validTo: null', `validTo: '2026-12-31'`);
    await importText(dated);
    const raised = (from: string, name: string, ...versions: readonly number[]) =>
      dated
        .replace(/^name: .*$/m, `name: ${name}`)
        .replace(
          /^validFrom: .*$/m,
          `supersedes: { versions: [${versions.join()}], reason: aturan baru }\nvalidFrom: '${from}'`,
        );
    expect(await refusalCodes(() => importText(raised('2026-08-01', 'Baru', 9)))).toEqual([
      'deduction.supersedes-unknown',
    ]);
    expect(await importText(raised('2026-08-01', 'Baru', 1))).toMatchObject([{ version: 2, isNew: true }]);
    expect(await refusalCodes(() => importText(raised('2026-09-01', 'Lain', 1)))).toEqual([
      'deduction.supersedes-nothing',
    ]);
    await importText(raised('2026-08-01', 'Koreksi', 2));
    const versions = await app.get(DeductionPoliciesService).versions();
    const own = versions.filter(({ policy }) => policy.code === 'bpjs-bertanggal');
    expect(own.map(({ inForce, replacedBy }) => [inForce.map(({ to }) => to), replacedBy])).toEqual([
      [['2026-07-31'], [2]],
      [[], [3]],
      [['2026-12-31'], []],
    ]);
    const lawOn = (day: string) => versionOn(versions, 'bpjs-bertanggal', plainDate(day))?.version;
    expect(['2026-07-31', '2026-08-01', '2027-01-01'].map(lawOn)).toEqual([1, 3, undefined]);
    const stored = await app
      .get(DataSource)
      .query<{ days: string }[]>(
        `select in_force as days from deduction_policy where code = 'bpjs-bertanggal' order by version`,
      );
    const [{ from } = { from: '' }] = own[0]?.inForce ?? [];
    expect(stored.map(({ days }) => days)).toEqual([
      `{[${from},2026-08-01)}`,
      '{}',
      '{[2026-08-01,2027-01-01)}',
    ]);
    const copy = (named: string) =>
      `insert into deduction_policy (code, version, kind, valid_from, valid_to, legal_basis_number, legal_basis_date, document,
         document_sha256, supersedes, recorded_by, recorded_at)
       select code, 9, kind, '2026-10-01', valid_to, legal_basis_number, legal_basis_date, document, document_sha256, '${named}',
         recorded_by, now() from deduction_policy where code = 'bpjs-bertanggal' and version = 3`;
    expect(await sqlVerdict(app, copy('{}'))).toBe('23P01');
    expect(await sqlVerdict(app, copy('{1}'))).toBe('23514');
    expect(await sqlVerdict(app, `update deduction_policy set in_force = '{}'`)).toBe('42501');
  });

  it('takes a choice once, and none without a note, a policy in force or a bearer', async () => {
    await importText(await shipped('bpjs-kabupaten'));
    expect(await choose({ policy: 'bpjs-kader', from: plainDate('2030-01-01') })).toMatchObject({
      isNew: true,
    });
    expect(await choose({ policy: 'bpjs-kader', from: plainDate('2030-01-01') })).toMatchObject({
      isNew: false,
    });
    expect(await refusalCodes(() => choose({ note: ' ' }))).toEqual(['deduction.note-needed']);
    expect(await refusalCodes(() => choose({ payer: 'X' }))).toEqual(['deduction.payer-unknown']);
    expect(await refusalCodes(() => choose({ from: plainDate('2020-01-01') }))).toEqual([
      'deduction.policy-unknown',
    ]);
    expect(await refusalCodes(() => choose({ policy: 'bpjs-kabupaten' }))).toEqual([
      'deduction.payer-is-no-office',
    ]);
  });

  it('lets nobody be paid before the payer said what it takes off', async () => {
    await addKader(app, office, { nik: '1310044101800001', name: 'Yusnidar' });
    await calculate(app, office, [JULY], SITIUNG);
    const draft = () =>
      app.get(PaymentRequestsService).draft({ payer: SITIUNG, months: [JULY], by: office.operator });
    expect(await refusalCodes(draft)).toEqual(['deduction.not-chosen', 'deduction.not-chosen']);
    await choose({});
    expect(await refusalCodes(draft)).toEqual(['deduction.not-chosen']);
    await choose({ policy: 'tanpa-bpjs' });
    const { request } = await draft();
    expect(request).toMatchObject({ gross: 75_000n, deductions: 0n, net: 75_000n });
  });
});

describe('TaxFactsImportService', () => {
  it('takes a file whole or not at all, and the same file again changes nothing', async () => {
    const good = '1310044101800001;Yusnidar;01/02/2026;BELUM;gol. III/b;17001234567';
    const refusedFor = async (line: string) =>
      (await importTaxFacts(app, office, [good, line])).problems.map(({ code }) => code);
    expect(await refusedFor('1310044101800009;Siapa;01/02/2026;ADA;;')).toEqual(['deduction.kader-unknown']);
    expect(await refusedFor('1310044101800001;Yusnidar;06/10/2026;ADA;;')).toEqual([
      'deduction.fact-in-future',
    ]);
    expect(await refusedFor('1310044101800001;Yusnidar;01/03/2026;;;')).toEqual(['deduction.no-fact']);
    expect(await refusedFor('1310044101800001;Yusnidar;01/02/2026;ADA;;')).toEqual(['deduction.fact-twice']);
    expect(await refusedFor('1310044101800001;Yusnidar;01/03/2026;;3b;')).toEqual([
      'deduction.grade-unreadable',
    ]);
    for (const unknown of ['GURU', 'VII', 'MARSEKAL']) {
      const { problems } = await importTaxFacts(app, office, [
        `1310044101800001;Yusnidar;01/03/2026;;${unknown};`,
      ]);
      expect(problems).toMatchObject([
        { code: 'deduction.grade-unknown', cell: 'E2', facts: { grade: unknown } },
      ]);
    }
    expect(await importTaxFacts(app, office, [good])).toMatchObject({ created: 3, applied: true });
    expect(await importTaxFacts(app, office, [good])).toMatchObject({
      created: 0,
      unchanged: 1,
      applied: true,
    });
    const ended = '1310044101800001;Yusnidar;01/06/2026;;BUKAN;';
    expect(await importTaxFacts(app, office, [ended])).toMatchObject({ created: 1, applied: true });
  });
});
