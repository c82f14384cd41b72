import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordedExport } from '../../../src/modules/privacy/number-exports.service.js';
import { honorOn } from '../../support/commands.js';
import { importTaxFacts } from '../../support/deductions.js';
import { temporaryFolder } from '../../support/embedded-folder.js';
import { httpNagari } from '../../support/http-nagari.js';
import { chooseDeductions, SIGUNTUR, SITIUNG } from '../../support/nagari.js';
import { aDraft, aPayingNagari, takeSteps } from '../../support/payments.js';
import { ask } from '../../support/session.js';

const NPWP = '0012345678901000';

let number = '';
const nagari = await httpNagari(async (app) => {
  const office = await aPayingNagari(app);
  await chooseDeductions(app, office.operator.id, SIGUNTUR, ['pph21-bukan-pegawai']);
  await importTaxFacts(app, office, [
    '1310044101800001;Yusnidar;01/01/2026;PADAN;;;TK/0',
    '1310044101800002;Rosmaniar;01/01/2026;PADAN;;;TK/0',
  ]);
  number = await aDraft(app, office);
  await takeSteps(app, office, number, 'release');
  return office;
});
const { app, clock, client, treasurer, databaseUrl: url } = nagari;
await ask(url, `update kader set jorong = 'Koto'`);
const auditor = await nagari.member('rani', 'auditor');
const elsewhere = await nagari.member('yeni', 'auditor', SITIUNG);

interface Files {
  readonly items: readonly { readonly kind: string; readonly content: string }[];
}

const honor = honorOn({ app, clock });
const onServer = (...words: string[]) => nagari.asSystem(() => honor(...words));
const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
const files = `/api/v1/requests/1/payment-files`;
const slips = { payer: SIGUNTUR, period: '2026-10', format: 'csv' };

async function recorded(): Promise<readonly RecordedExport[]> {
  const query = { payer: SIGUNTUR };
  return (await client.call<{ items: RecordedExport[] }>(auditor, 'NumberExports.list', { query })).items;
}

beforeAll(async () => {
  const body = { payer: SIGUNTUR, npwp: NPWP, nitku: `${NPWP}000000`, name: 'Nagari', from: '2026-01-01' };
  await client.call(treasurer, 'TaxPapers.set', { body });
});

describe('a file with whole numbers', () => {
  it('for the bank is written down with who took it, also asked for again with the same key', async () => {
    const headers = { 'idempotency-key': 'dua-kali-diambil' };
    const answers = [await treasurer.post(files, {}, headers), await treasurer.post(files, {}, headers)];
    for (const { status } of answers) expect(status).toBe(200);
    const [answer] = answers.map(({ body }) => body as Files);
    const bank = Buffer.from(answer?.items.find(({ kind }) => kind === 'bank-csv')?.content ?? '', 'base64');
    const taken = { what: 'bank-file', request: number, period: null, rows: 2, sha256: sha256(bank) };
    expect(await recorded()).toMatchObject([
      { ...taken, by: 'Eka Putri', address: expect.stringContaining('127.0.0.1') as string },
      { ...taken, by: 'Eka Putri' },
    ]);
  });

  it('for the tax office is written down, and asks for a second factor', async () => {
    const before = await recorded();
    await nagari.people('tuti');
    await nagari.grant('tuti', 'treasurer', { kind: 'region', code: SIGUNTUR });
    const withoutCode = await nagari.signedIn('tuti');
    const refused = await withoutCode.post('/api/v1/withholding-slips', slips);
    expect([refused.status, refused.body]).toMatchObject([403, { code: 'access.second-factor' }]);
    expect(await recorded()).toEqual(before);

    const { sha256: hash } = await client.call<{ sha256: string }>(treasurer, 'TaxPapers.write', {
      body: slips,
    });
    const taken = { what: 'bp21', request: null, period: '2026-10', rows: 2, sha256: hash, by: 'Eka Putri' };
    expect((await recorded())[0]).toMatchObject(taken);
    expect(
      await ask(
        url,
        `select json_build_object('kind', actor_kind, 'actor', actor, 'operation', operation) from audit.act
         where id = (select max(act_id) from audit.change where table_name = 'number_export')`,
      ),
    ).toEqual([{ kind: 'person', actor: 'eka', operation: 'tax.slips' }]);
  });

  it('taken on the command line is written down as well, with the account of the computer', async () => {
    const out = join(await temporaryFolder(), 'bp21.csv');
    await onServer('disbursement', 'export', number, '--out', await temporaryFolder());
    await onServer('tax', 'bp21', '--payer', SIGUNTUR, '--period', '2026-10', '--out', out);
    const { status, stdout } = await onServer('privacy', 'exports', '--payer', SIGUNTUR);
    expect(status).toBe(0);
    const [slip = '', bank = ''] = stdout.split('\n');
    expect(slip).toMatch(/bp21 2026-10: sistem \(\S+@\S+\), dari .+: 2 baris, sha256 [0-9a-f]{64}$/);
    expect(slip).toContain(sha256(await readFile(out)));
    expect(bank).toContain(`bank-file ${number}: sistem (`);
  });

  it('is not given when it cannot be written down', async () => {
    const folder = await temporaryFolder();
    const out = join(folder, 'bp21.csv');
    await ask(url, 'revoke insert on number_export from honor_app');
    const bank = onServer('disbursement', 'export', number, '--out', join(folder, 'bank'));
    expect((await bank).stderr).toContain('permission denied for table number_export');
    const slip = onServer('tax', 'bp21', '--payer', SIGUNTUR, '--period', '2026-10', '--out', out);
    expect((await slip).stderr).toContain('permission denied for table number_export');
    await ask(url, 'grant insert on number_export to honor_app');
    await expect(stat(out)).rejects.toThrow('ENOENT');
    await expect(stat(join(folder, 'bank'))).rejects.toThrow('ENOENT');
  });
});

describe('what was recorded', () => {
  it('is shown to those who see the payer', async () => {
    expect((await recorded()).length).toBeGreaterThan(0);
    const query = { payer: SIGUNTUR };
    expect(await client.call(elsewhere, 'NumberExports.list', { query })).toEqual({ items: [] });
    const unknown = await client.send(auditor, 'NumberExports.list', { query: { payer: 'TIADA' } });
    expect([unknown.status, unknown.body]).toMatchObject([404, { code: 'privacy.payer-unknown' }]);
  });

  it('is never changed, and is of a request or of a month', async () => {
    for (const statement of [
      'update number_export set taken_by = null',
      'delete from number_export',
      'truncate number_export',
    ]) {
      await expect(ask(url, statement)).rejects.toThrow('append-only');
    }
    const copy = `insert into number_export (what, paying_body_id, request_id, period, row_count, sha256, taken_at, address, agent)
      select 'bp21', paying_body_id, request_id, period, row_count, sha256, taken_at, address, agent from number_export
      where what = 'bank-file'`;
    await expect(ask(url, copy)).rejects.toMatchObject({ code: '23514' });
  });
});
