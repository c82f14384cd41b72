import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JobWorker } from '../../src/modules/jobs/job-worker.service.js';
import { RegionImportService } from '../../src/modules/regions/region-import.service.js';
import { startCommand } from '../support/command-line.js';
import { databaseEnvironment } from '../support/database.js';
import { temporaryFolder } from '../support/embedded-folder.js';
import { hostileWorkbook, inlineCell, sheetHead, sheetTail } from '../support/hostile-workbook.js';
import { packedBomb } from '../support/hostile-zip.js';
import { httpOffice } from '../support/http-app.js';
import { SITIUNG } from '../support/nagari.js';

const SHEET = 'xl/worksheets/sheet1.xml';
const row = `<row>${inlineCell('x')}</row>`;
// Blanks pack best.
const bomb = (mebibytes: number, repeated = `${row}${' '.repeat(2 ** 17)}`) =>
  packedBomb(SHEET, { head: sheetHead, repeated, tail: sheetTail, mebibytes });

const office = await httpOffice();
await office.asSystem(() =>
  office.app.get(RegionImportService).importRegions('config/regions/13.10-dharmasraya.csv'),
);
await office.people('ani', 'budi');
await office.grant('ani', 'operator', { kind: 'region', code: SITIUNG });
const ani = await office.signedIn('ani');

const upload = (content: Buffer) =>
  ani.upload('/api/v1/imports/roster', 'kader.xlsx', content, { region: SITIUNG });

describe('ten gigabytes in a workbook of a few megabytes', () => {
  it('are refused over HTTP, and so is one that says it is small', async () => {
    const packed = bomb(10 * 1024);
    expect(packed.packed.length).toBeLessThan(20 * 2 ** 20);
    expect(await becomes(hostileWorkbook(packed))).toMatchObject({
      state: 'failed',
      problem: { code: 'sheet.file-too-large' },
    });
    expect(await becomes(hostileWorkbook({ ...packed, claimed: 4096 }))).toMatchObject({
      state: 'failed',
      problem: { code: 'sheet.file-corrupt' },
    });
  });

  // A file of this size is read by a job.
  async function becomes(workbook: Buffer): Promise<unknown> {
    const { status, headers } = await upload(workbook);
    expect(status).toBe(202);
    await office.app.get(JobWorker).idle();
    return (await ani.get(headers.location ?? '')).body;
  }

  it('are refused on the command line in a process with little memory', async () => {
    const path = join(await temporaryFolder(), 'kader.xlsx');
    await writeFile(path, hostileWorkbook(bomb(10 * 1024)));
    const environment = {
      ...databaseEnvironment(office.databaseUrl),
      NODE_OPTIONS: '--max-old-space-size=128',
    };
    const { status, stderr } = await startCommand(environment, ['roster', 'import', path, '--by', 'ani'])
      .ended;
    expect([status, stderr]).toEqual([1, expect.stringContaining('sheet.file-too-large')]);
  });
});

describe('a workbook that takes long to refuse', () => {
  it('keeps nobody else waiting', async () => {
    const others = office.caller();
    const refused = upload(hostileWorkbook(bomb(60, row)));
    const ended = refused.then(() => 'ended' as const);
    let answered = 0;
    while ((await Promise.race([others.get('/api/v1/users'), ended])) !== 'ended') answered += 1;
    expect((await refused).body).toMatchObject({ code: 'sheet.file-too-large' });
    expect(answered).toBeGreaterThan(10);
  });
});

describe('an upload', () => {
  it('of more than twenty megabytes is refused before it is read', async () => {
    const answer = await upload(Buffer.alloc(21 * 2 ** 20, 'x'));
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([413, 'http.too-large']);
  });

  it.each([
    ['two files', 'file'],
    ['a field beside it', 'file2'],
  ])('of %s is refused', async (_, field) => {
    const sent = new FormData();
    sent.append('file', new Blob(['a']), 'a.csv');
    sent.append(field, new Blob(['a']), 'b.csv');
    const answer = await fetch(`${office.url}/api/v1/imports/roster?region=${SITIUNG}`, {
      method: 'POST',
      body: sent,
      headers: {
        cookie: ani.cookie ?? '',
        'x-csrf-token': ani.csrfToken ?? '',
        'idempotency-key': 'unggahan-dua',
      },
    });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      422,
      'http.unreadable',
    ]);
  });
});
