import { chmod, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  copyBinaries,
  installedBinaries,
  librariesAreLinked,
} from '../../../../src/platform/database/embedded/binaries.js';
import { runTool } from '../../../../src/platform/database/embedded/run-tool.js';
import { temporaryFolder } from '../../../support/embedded-folder.js';

describe('copyBinaries', () => {
  it('makes the links between libraries that an install without scripts lacks', async () => {
    const bare = await copyBinaries(await installedBinaries(), await temporaryFolder());
    for (const entry of await readdir(join(bare.home, 'lib'), { withFileTypes: true })) {
      if (entry.isSymbolicLink()) await rm(join(bare.home, 'lib', entry.name));
    }
    expect(await librariesAreLinked(bare)).toBe(false);

    const copy = await copyBinaries(bare, await temporaryFolder());
    expect(await librariesAreLinked(copy)).toBe(true);
    const { status, output } = await runTool(copy.postgres, ['--version'], undefined);
    expect(status).toBe(0);
    expect(output).toContain('PostgreSQL');
  });

  it('can be run by everybody, whatever the umask of the install was', async () => {
    const installed = await copyBinaries(await installedBinaries(), await temporaryFolder());
    await chmod(installed.home, 0o700);
    await chmod(installed.postgres, 0o700);

    const copy = await copyBinaries(installed, await temporaryFolder());
    const listed = await runTool('/bin/ls', ['-ld', copy.home, copy.postgres], undefined);
    expect(listed.output.match(/^.rwxr-xr-x/gm)).toHaveLength(2);
  });

  it('leaves no half of a copy that was killed in the way', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'native-half', 'bin'), { recursive: true });
    await copyBinaries(await installedBinaries(), folder);
    expect(await readdir(folder)).toEqual([expect.stringMatching(/^native-[0-9a-f]{12}$/)]);
  });
});
