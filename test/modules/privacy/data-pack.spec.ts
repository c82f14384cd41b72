import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { purposes } from '../../../src/core/privacy/purposes.js';
import { dataPackSections } from '../../../src/modules/privacy/data-pack-sections.js';
import { testApp } from '../../support/app.js';
import { honorOn } from '../../support/commands.js';
import { aConfirmedHeir, recordDeath, YUSNIDAR } from '../../support/deaths.js';
import { temporaryFolder } from '../../support/embedded-folder.js';
import { folderText } from '../../support/folder-text.js';
import { aDraft, answerOfBank, aPayingNagari, JULY, takeSteps } from '../../support/payments.js';
import { sealedLiteral } from '../../support/sealed.js';
import { ask } from '../../support/session.js';

interface Pack {
  readonly kader: { readonly number: number; readonly name: string };
  readonly parts: readonly { readonly name: string; readonly rows: readonly Record<string, unknown>[] }[];
}

const REASON = 'Diminta ahli warisnya dengan surat bermeterai';

const { app, clock, url } = await testApp();
const office = await aPayingNagari(app);
const number = await aDraft(app, office, [JULY]);
await takeSteps(app, office, number, 'release');
await answerOfBank(app, office, number, ['HK1-1-0001,75000,BERHASIL,', 'HK1-1-0002,75000,BERHASIL,']);
await recordDeath(app, office);
await aConfirmedHeir(app, office);
await ask(
  url,
  `insert into kader_tax_fact (kader_id, kind, value_sealed, valid_from, file_name, file_sha256, recorded_by, recorded_at)
   select id, 'participant', ${sealedLiteral(purposes.participant, '12345678901')}, '2026-01-01', 'x', repeat('0', 64), 1, now()
   from kader where name = 'Yusnidar'`,
);

const honor = honorOn({ app, clock });
const folder = await temporaryFolder();
const packOf = (kader: string, ...words: string[]) =>
  honor('privacy', 'data-pack', kader, '--out', folder, '--reason', REASON, '--by', 'budi', ...words);

it('holds everything that is kept of her, whole, in both files, and that it was given', async () => {
  expect(await packOf(YUSNIDAR)).toMatchObject({ status: 0 });
  const [file = ''] = [...(await folderText(folder)).keys()].filter((name) => name.endsWith('.json'));
  const pack = JSON.parse(await readFile(join(folder, file), 'utf8')) as Pack;
  const part = (name: string) => pack.parts.find((one) => one.name === name)?.rows ?? [];
  expect(pack.parts.map(({ name }) => name)).toEqual(dataPackSections.map(({ name }) => name));
  expect(part('kader')).toMatchObject([{ NIK: YUSNIDAR, Nama: 'Yusnidar' }]);
  expect(part('accounts').map((row) => row['Nomor rekening'])).toEqual(['0001800001', '10020210044555']);
  expect(part('heirs')).toMatchObject([{ 'Nomor rekening': '10020210044555', NIK: '1310046505050003' }]);
  expect(part('payments')).toMatchObject([{ SPP: number, Jumlah: 75_000, Keadaan: 'paid' }]);
  expect(part('tax-facts')).toMatchObject([{ 'Nomor peserta': '12345678901' }]);
  expect(part('disclosures')).toMatchObject([{ Apa: 'data-pack', Alasan: REASON, Oleh: 'Budi Santoso' }]);
  for (const name of ['appointments', 'activities', 'honor', 'ledger', 'roster-changes']) {
    expect([name, part(name).length > 0]).toEqual([name, true]);
  }

  const sheet = (await folderText(folder)).get(file.replace(/json$/, 'xlsx')) ?? '';
  for (const said of [YUSNIDAR, '0001800001', '10020210044555', '12345678901', REASON, 'Rekening', number]) {
    expect([said, sheet.includes(said)]).toEqual([said, true]);
  }
  expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
});

it('is of one person only', async () => {
  const { stdout } = await packOf('2', '--json');
  expect(stdout).toContain('"kader": 2');
  const text = await readFile(join(folder, 'data-pribadi-2.json'), 'utf8');
  expect(text).not.toContain('Yusnidar');
  expect(text).not.toContain('0001800001');
});

it('is not made without a reason, or of somebody who is not there', async () => {
  const count = () => ask(url, 'select count(*)::int from disclosure');
  const before = await count();
  const blank = await honor(
    'privacy',
    'data-pack',
    YUSNIDAR,
    '--out',
    folder,
    '--reason',
    ' ',
    '--by',
    'budi',
  );
  expect(blank).toMatchObject({ status: 1 });
  expect(await packOf('999')).toMatchObject({ status: 1 });
  expect(await count()).toEqual(before);
});

it('is not made when the number of an account is not the one it was recorded with', async () => {
  const other = sealedLiteral('bank_account.account_number', '9999999999');
  await ask(
    url,
    `do $$ begin
       perform set_config('session_replication_role', 'replica', true);
       update bank_account set account_number_sealed = ${other} where kader_id = 2;
     end $$`,
  );
  const { status, stderr } = await packOf('2');
  expect([status, stderr]).toEqual([1, expect.stringContaining('bank_account.account_number')]);
});
