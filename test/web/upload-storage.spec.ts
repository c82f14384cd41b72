import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname } from 'node:path';
import { Readable } from 'node:stream';
import { takeAwayUpload, uploadStorage } from '../../src/web/upload-storage.js';

const OF_THIS_PROCESS = new RegExp(`^honor-kerja-[0-9a-f]{8}-${String(process.pid)}-`);

const arrived = (stream: Readable) =>
  new Promise<string>((resolve, reject) => {
    uploadStorage._handleFile(undefined, { stream }, (error, fact) => {
      if (fact === undefined) reject(error ?? new Error('told nothing'));
      else resolve(fact.path);
    });
  });

const lyingAbout = async () => (await readdir(tmpdir())).filter((name) => OF_THIS_PROCESS.test(name)).sort();

it('lets a file lie where the next process sweeps when this one is killed, and for nobody else to read', async () => {
  const path = await arrived(Readable.from(['NIK,', 'Nama']));
  expect(basename(dirname(path))).toMatch(OF_THIS_PROCESS);
  expect(await readFile(path, 'utf8')).toBe('NIK,Nama');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  await takeAwayUpload(path);
  expect(existsSync(dirname(path))).toBe(false);
});

it('takes away what is not wanted after all', async () => {
  const path = await arrived(Readable.from(['NIK']));
  const error = await new Promise((told) => {
    uploadStorage._removeFile(undefined, { path }, told);
  });
  expect([error, existsSync(dirname(path))]).toEqual([null, false]);
});

it('leaves nothing of what broke off, in the middle or before its first byte was taken', async () => {
  const before = await lyingAbout();
  const brokenOff = Readable.from(
    (function* () {
      yield 'NIK';
      throw new Error('Request aborted');
    })(),
  );
  await expect(arrived(brokenOff)).rejects.toThrow('Request aborted');
  await expect(arrived(new Readable().destroy())).rejects.toThrow();
  expect(await lyingAbout()).toEqual(before);
});
