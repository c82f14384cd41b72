import { join } from 'node:path';
import { serviceMonth } from '../../src/core/shared/service-month.js';
import { ControlsService } from '../../src/modules/controls/controls.service.js';
import { EntitlementsService } from '../../src/modules/entitlements/entitlements.service.js';
import { PaymentRequestsService } from '../../src/modules/payment-requests/payment-requests.service.js';
import { testApp } from '../support/app.js';
import { temporaryFolder } from '../support/embedded-folder.js';
import { SIGUNTUR, withFile } from '../support/nagari.js';
import { aNagariSheLeft, bankAnswers, HERS, pseudonymise, succeeds } from '../support/one-is-gone.js';
import { answerOfBank, endService, takeSteps } from '../support/payments.js';
import { ask } from '../support/session.js';

const { app, clock, url } = await testApp();
const { office, july } = await aNagariSheLeft(app, clock);
await bankAnswers(app, url, office, july);
await pseudonymise(app, clock);
const folder = await temporaryFolder();
const does = (...words: readonly string[]) => succeeds(app, clock, ...words);
const calculate = (...months: readonly string[]) =>
  app
    .get(EntitlementsService)
    .calculate({ regionCode: SIGUNTUR, months: months.map(serviceMonth), by: office.operator });

describe('the nagari of a kader whose data is kept no longer', () => {
  it('is paid a later quarter', async () => {
    const header =
      'KODE PEMBAYAR;NAMA PEMBAYAR;KODE WILAYAH;SUMBER DANA;NAMA SUMBER DANA;TAHUN ANGGARAN;KODE KEGIATAN;KODE REKENING;PAGU;DASAR HUKUM';
    const line = `${SIGUNTUR};${SIGUNTUR};${SIGUNTUR};DDS;DDS;2028;2.2.02;5.2.2.03;9000000;DPA 1/2028`;
    await withFile('dana.csv', [header, line].join('\n'), (path) =>
      does('funding', 'import', path, '--by', 'ani'),
    );
    await calculate('2028-01');
    const { request } = await app
      .get(PaymentRequestsService)
      .draft({ payer: SIGUNTUR, months: [serviceMonth('2028-01')], by: office.operator });
    const controls = app.get(ControlsService);
    const findings = await controls.run(request.number);
    expect(findings.map(({ sentence }) => sentence)).toEqual([expect.stringContaining('Posyandu Mawar')]);
    for (const { finding } of findings)
      await controls.answer(request.number, finding, 'Laporannya menyusul, hadirnya sudah diperiksa.', 1);
    await takeSteps(app, office, request.number, 'release');
    await bankAnswers(app, url, office, request.number);
    expect(await does('request', 'show', request.number)).toContain('Rosmaniar');
  });

  it('takes a correction of another kader of the month she was paid in', async () => {
    await endService(app, 'Rosmaniar', '2026-06-30');
    expect(await calculate('2026-07')).toMatchObject({ changedLines: 1, changedGross: -75_000n });
    await does('overpayment', 'open', SIGUNTUR, '--by', 'ani');
    expect(await does('overpayment', 'list')).toContain('Rosmaniar');
  });

  it('says of a transfer of hers that the bank returns late what it says of anybody: it was paid', async () => {
    const lines = (await ask(
      url,
      `select reference || ',' || amount || ',RETUR,rekening tutup' from disbursement where kader_id in (1, 2)
       and request_id = 1 order by kader_id`,
    )) as string[];
    for (const line of lines) {
      const { problems, applied } = await answerOfBank(app, office, july, [line]);
      expect([applied, problems.map(({ code }) => code)]).toEqual([false, ['payment.result-contradicts']]);
    }
    expect(lines).toHaveLength(2);
  });

  it('prints its papers again, and its books and reports', async () => {
    await does('disbursement', 'export', july, '--out', join(folder, 'bank'));
    expect(await does('honor', 'explain', '1', '--month', '2026-07')).toContain('Kader 000001');
    await does('honor', 'explain', '2', '--month', '2026-07');
    await does('book', 'neraca', '--until', '2028-01');
    await does('report', 'validation', '--region', SIGUNTUR);
    for (const noun of ['ledger', 'audit']) await does(noun, 'verify');
    await does('key', 'rotate', '--by', 'ani');
    await does('disbursement', 'export', july, '--out', join(folder, 'bank2'));
  });

  it('registers her as a new kader when a sheet names her by her NIK, and pays her no month twice', async () => {
    const row = `1,Yusnidar,${HERS},01/01/1980,P,${SIGUNTUR},Mawar,Kader,Kesehatan,SK-1/2026,05/01/2026,05/01/2026,Bank Nagari,0041800001,Yusnidar`;
    const header =
      'NO,NAMA,NIK,TGL LAHIR,L/P,KODE NAGARI,POSYANDU,JABATAN,BIDANG,NO SK,TGL SK,TMT,BANK,NO. REKENING,NAMA REKENING';
    await withFile('kader.csv', [header, row].join('\n'), (path) =>
      does('roster', 'import', path, '--by', 'ani'),
    );
    expect(await ask(url, `select name from kader where name ~ 'Yusnidar|000001' order by id`)).toEqual([
      'Kader 000001',
      'Yusnidar',
    ]);
    const [id] = await ask(url, `select id from kader where name = 'Yusnidar'`);
    const { exclusions } = await calculate('2026-07');
    const ofHer = exclusions.filter(({ kaderId }) => kaderId === id);
    expect(ofHer).toMatchObject([{ code: 'honor.recorded-too-late', component: null }]);
    expect(await ask(url, `select id from honor_line where kader_id = ${String(id)}`)).toEqual([]);
  });
});
