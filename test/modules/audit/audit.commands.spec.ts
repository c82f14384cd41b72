import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { testApp } from '../../support/app.js';
import { honorOn } from '../../support/commands.js';
import { temporaryFolder } from '../../support/embedded-folder.js';

const { app, clock } = await testApp();
const honor = honorOn({ app, clock });

interface Listed {
  readonly acts: readonly { readonly position: number; readonly sentence: string }[];
  readonly next?: number;
}

const listed = async (...words: string[]) => {
  const { status, stdout } = await honor('--json', 'audit', 'list', ...words);
  expect(status).toBe(0);
  return JSON.parse(stdout) as Listed;
};

for (const name of ['ani', 'budi', 'eka'])
  await honor('user', 'add', name, '--name', `Nama ${name}`, '--position', 'Staf');
await honor('role', 'grant', 'eka', 'administrator', '--installation', '--basis', 'SK 5/2026', '--by', 'ani');

describe('honor audit', () => {
  it('lists who did what, from where and why, the newest first', async () => {
    const { status, stdout } = await honor('audit', 'list', '--limit', '1');
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /Nama ani \(ani\) dari baris perintah \(.+@.+\), untuk user\.administer, karena "SK 5\/2026": menambah wewenang role_grant:1\./,
    );
    expect(stdout).toContain('role "administrator"');
    expect(stdout).toMatch(/Masih ada yang lebih lama: --before \d+/);
  });

  it('lists only what is asked for, and goes on where it stopped', async () => {
    expect((await listed('--user', 'ani')).acts).toHaveLength(1);
    expect((await listed('--operation', 'user.administer', '--table', 'role_grant')).acts).toHaveLength(1);
    expect((await listed('--object', 'app_user:2', '--since', '2020-01-01')).acts).toHaveLength(1);
    expect((await listed('--since', '2199-01-01')).acts).toEqual([]);
    const first = await listed('--limit', '2');
    const rest = await listed('--before', String(first.next));
    expect(first.acts[1]?.position).toBe((rest.acts[0]?.position ?? 0) + 1);
    expect(rest.next).toBeUndefined();
  });

  it('refuses what it cannot understand', async () => {
    const unknown = await honor('audit', 'list', '--object', 'kader');
    expect([unknown.status, unknown.stderr]).toEqual([1, expect.stringContaining('kader:12')]);
    for (const words of [
      ['list', '--table', 'x'],
      ['list', '--before', 'x'],
      ['verify', '--anchor', 'x'],
    ])
      expect((await honor('audit', ...words)).status).toBe(2);
  });

  it('verifies the trail, and hands out its head to be kept elsewhere', async () => {
    const file = join(await temporaryFolder(), 'jangkar.txt');
    const anchor = await honor('audit', 'anchor', '--out', file);
    const head = /[0-9a-f]{64}/.exec(anchor.stdout)?.[0] ?? '';
    expect(await readFile(file, 'utf8')).toBe(anchor.stdout);
    const verified = await honor('audit', 'verify', '--anchor', head.toUpperCase());
    expect(verified.status).toBe(0);
    expect(verified.stdout).toMatch(/^Jejak utuh: \d+ tindakan, \d+ baris\.\nUjung rantai [0-9a-f]{64}\n$/);
    const elsewhere = await honor('--json', 'audit', 'verify', '--anchor', 'f'.repeat(64));
    expect(elsewhere.status).toBe(1);
    expect(JSON.parse(elsewhere.stdout)).toMatchObject({
      verified: false,
      problems: [{ code: 'audit.anchor-not-found' }],
    });
  });
});
