import { mkdtemp, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fieldKeysIn } from '../../../src/platform/secrets/field-key-file.js';
import { FieldKeyStore } from '../../../src/platform/secrets/field-key-store.js';
import { FieldVault } from '../../../src/platform/secrets/field-vault.js';
import { temporaryFolder } from '../../support/embedded-folder.js';
import { refusalCodes } from '../../support/refusal.js';

const parent = await temporaryFolder();
const newFolder = (): Promise<string> => mkdtemp(join(parent, 'keys-'));

describe('fieldKeysIn', () => {
  it('makes the file once, for its owner alone, and reads it afterwards', async () => {
    const folder = await newFolder();
    const first = await fieldKeysIn(folder);
    expect(first.madeFile).toBe(join(folder, 'field-keys'));
    expect((await stat(join(folder, 'field-keys'))).mode & 0o777).toBe(0o600);

    const again = await fieldKeysIn(folder);
    expect(again.madeFile).toBeUndefined();
    const sealed = new FieldVault(first.keys).seal('kader.nik', 'sama');
    expect(new FieldVault(again.keys).open('kader.nik', sealed)).toBe('sama');
  });

  it('gives all who come at once the same keys, and leaves nothing beside them', async () => {
    const folder = await newFolder();
    const all = await Promise.all(Array.from({ length: 8 }, () => fieldKeysIn(folder)));
    expect(new Set(all.map(({ keys }) => keys.currentId)).size).toBe(1);
    expect(all.filter(({ madeFile }) => madeFile !== undefined)).toHaveLength(1);
    expect(await readdir(folder)).toEqual(['field-keys']);
  });

  it('refuses a damaged file and does not replace it', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'field-keys'), 'HONOR_FIELD_KEYS=k1:abc\n');
    expect(await refusalCodes(() => fieldKeysIn(folder))).toEqual(['vault.key-file-unreadable']);
    expect(await readFile(join(folder, 'field-keys'), 'utf8')).toBe('HONOR_FIELD_KEYS=k1:abc\n');
  });
});

describe('a key that is added', () => {
  it('comes before the others, which stay, and a vault that is open finds it when it is needed', async () => {
    const folder = await newFolder();
    const { keys } = await fieldKeysIn(folder);
    const store = new FieldKeyStore(folder);
    const open = new FieldVault(keys, () => store.reread());
    const old = open.seal('kader.nik', 'lama');

    const added = new FieldVault(await store.add());
    expect(added.currentKeyId).not.toBe(keys.currentId);
    expect(added.open('kader.nik', old)).toBe('lama');
    expect(open.open('kader.nik', added.seal('kader.nik', 'baru'))).toBe('baru');
    expect(open.currentKeyId).toBe(added.currentKeyId);
    expect((await stat(join(folder, 'field-keys'))).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['field-keys']);
  });

  it('is not taken from a file with other keys under known names', async () => {
    const [folder, other] = [await newFolder(), await newFolder()];
    const { keys } = await fieldKeysIn(folder);
    await fieldKeysIn(other);
    const open = new FieldVault(keys, () => new FieldKeyStore(other).reread());
    const { keys: strangers } = await fieldKeysIn(other);
    const sealed = new FieldVault(strangers).seal('kader.nik', 'asing');
    expect(await refusalCodes(() => open.open('kader.nik', sealed))).toEqual(['vault.key-differs']);
  });

  it('is not made where the keys are in the environment', async () => {
    expect(await refusalCodes(() => new FieldKeyStore(undefined).add())).toEqual([
      'vault.keys-in-environment',
    ]);
  });
});
