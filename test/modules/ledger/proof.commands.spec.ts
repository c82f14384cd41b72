import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { testApp } from '../../support/app.js';
import { honorOn } from '../../support/commands.js';
import { temporaryFolder } from '../../support/embedded-folder.js';
import { SIGUNTUR } from '../../support/nagari.js';
import { aDraft, aPayingNagari, takeSteps } from '../../support/payments.js';
import { checkProofAlone } from '../../support/proof-checker.js';
import { modulesOfSvg, scanned } from '../../support/qr-picture.js';
import { nikDigest } from '../../support/sealed.js';

const { app, clock } = await testApp();
const office = await aPayingNagari(app);
const number = await aDraft(app, office);
await takeSteps(app, office, number, 'release');
const folder = await temporaryFolder();
const NIK = '1310044101800002';
const kaderNumber = await numberOf(NIK);

const honor = honorOn({ app, clock });

async function numberOf(nik: string): Promise<number> {
  const [row] = await app
    .get(DataSource)
    .query<{ id: number }[]>(`select id from kader where nik_digest = $1`, [nikDigest(nik)]);
  return row?.id ?? 0;
}

interface ProofJson {
  readonly text: string;
  readonly batch: number;
  readonly sequence: number;
  readonly batchHash: string;
  readonly reaches: { readonly position: number; readonly hash: string };
}

describe('honor ledger proof', () => {
  it('draws the payment of a kader, without the NIK, as a QR code that anybody can check', async () => {
    const path = join(folder, 'bukti.svg');
    const drawn = await honor('ledger', 'proof', '--kader', NIK, '--request', number, '--out', path);
    expect(drawn).toMatchObject({ status: 0, stderr: '' });
    expect(drawn.stdout).toMatch(
      /^HKP:.*\nBatch 2 jurnal 2, sidik jari batch [0-9a-f]{64}\nTertulis: .*QR versi \d+\n$/,
    );
    const text = scanned(modulesOfSvg(await readFile(path, 'utf8'))) ?? '';
    expect(drawn.stdout.startsWith(`${text}\n`)).toBe(true);
    const anchor = / ([0-9a-f]{64})\n/.exec(drawn.stdout)?.[1] ?? '';
    const alone = await checkProofAlone(text, '--anchor', anchor);
    expect(alone.stdout).toContain(`Kader nomor ${String(kaderNumber)}, wilayah ${SIGUNTUR}\n`);
    expect(alone.stdout).toContain('Kredit Rp75.000, ');
    expect(alone.stdout + drawn.stdout).not.toContain(NIK);
    const own = await honor('ledger', 'check-proof', text, '--anchor', anchor);
    expect(own).toEqual({ status: 0, stdout: alone.stdout, stderr: '' });
  });

  it('gives the same for the number of the kader and for the place of the entry', async () => {
    const byNumber = await honor(
      '--json',
      'ledger',
      'proof',
      '--kader',
      String(kaderNumber),
      '--request',
      number,
    );
    const byEntry = await honor('--json', 'ledger', 'proof', '--entry', '2:2');
    expect(byNumber).toEqual(byEntry);
    expect(JSON.parse(byEntry.stdout)).toMatchObject({ batch: 2, sequence: 2, reaches: { position: 2 } });
  });

  it('writes the longer proof, up to the head of the chain, into a file', async () => {
    const path = join(folder, 'bukti.txt');
    const words = ['--json', 'ledger', 'proof', '--entry', '1:1', '--until-head', '--out', path];
    const { reaches } = JSON.parse((await honor(...words)).stdout) as ProofJson;
    expect(reaches.position).toBe(2);
    const checked = await honor('ledger', 'check-proof', path, '--anchor', reaches.hash);
    expect(checked).toMatchObject({ status: 0, stderr: '' });
    expect(checked.stdout).toContain(`Tersambung sampai posisi 2: ${reaches.hash}\n`);
  });

  it.each([
    ['proof.payment-unknown', ['proof', '--kader', '1310044101800009', '--request', 'SPP-1']],
    ['proof.entry-unknown', ['proof', '--entry', '1:99']],
    ['proof.batch-unsealed', ['proof', '--entry', '9:1']],
    ['proof.text-unreadable', ['check-proof', 'HKP:abc']],
    ['proof.file-unreadable', ['check-proof', '/nowhere/bukti.txt']],
    ['proof.text-missing', ['check-proof', join(import.meta.dirname, 'proof.commands.spec.ts')]],
  ])('refuses with %s', async (code, words) => {
    const { status, stdout } = await honor('--json', 'ledger', ...words);
    expect(status).toBe(1);
    expect(stdout).toContain(`"${code}"`);
  });

  it('never calls a proof proven without an anchor, or with another one', async () => {
    const { text } = JSON.parse(
      (await honor('--json', 'ledger', 'proof', '--entry', '2:1')).stdout,
    ) as ProofJson;
    const without = await honor('ledger', 'check-proof', text);
    expect(without).toMatchObject({ status: 1, stdout: '' });
    expect(without.stderr).toMatch(/^BELUM TERBUKTI\. proof\.anchor-missing: /);
    const other = await honor('ledger', 'check-proof', text, '--anchor', 'f'.repeat(64));
    expect(other.stderr).toMatch(/^BELUM TERBUKTI\. proof\.anchor-differs: /);
  });

  it.each([
    ['nothing that says which', ['proof']],
    ['a kader without a request', ['proof', '--kader', '1']],
    ['both ways to say which', ['proof', '--kader', '1', '--request', 'A', '--entry', '1:1']],
    ['a place that is none', ['proof', '--entry', '0:1']],
    ['a picture that it cannot draw', ['proof', '--entry', '1:1', '--out', join(folder, 'bukti.png')]],
    ['an anchor that is cut', ['check-proof', 'HKP:', '--anchor', 'abc']],
  ])('is misuse with %s', async (_, words) => {
    expect(await honor('ledger', ...words)).toMatchObject({ status: 2, stdout: '' });
  });
});
