import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

const run = promisify(execFile);

// Tests talk to our own pages only: no sandbox, which root and many containers cannot have.
const ARGUMENTS = ['--no-sandbox', '--disable-gpu'];

/** Starts a Chromium for the tests of a file; it ends after the last. @throws saying what to do where none can run */
export async function realBrowser(): Promise<Browser> {
  const named = process.env.HONOR_TEST_CHROMIUM;
  if (named !== undefined && named !== '') return launched(named, process.env);
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `npm brings a Chromium for Linux on x64 only; this is ${process.platform} on ${process.arch}. ` +
        'Install Chromium or Chrome and name its program in HONOR_TEST_CHROMIUM.',
    );
  }
  const folder = await mkdtemp(join(tmpdir(), 'honor-chromium-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const environment = { ...process.env, TMPDIR: folder, HOME: folder };
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'unpack-chromium.mjs')], {
    env: environment,
  });
  // Its own list of folders is that of Amazon's machines; without any font a page ends its process.
  const fonts = join(folder, 'fonts.conf');
  await writeFile(fonts, `<fontconfig><dir>${join(folder, 'fonts')}</dir></fontconfig>`);
  const libraries = join(folder, 'al2023', 'lib');
  return launched(stdout.trim(), { ...environment, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fonts });
}

async function launched(executablePath: string, environment: NodeJS.ProcessEnv): Promise<Browser> {
  const given = Object.entries(environment).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS, env: Object.fromEntries(given) });
  // Before its folder goes.
  afterAll(() => browser.close());
  return browser;
}
