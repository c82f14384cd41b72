import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { registerReportCommands } from '../../../src/modules/reports/reports.commands.js';
import type { Outcome } from '../../../src/platform/command-line/outcome.js';
import { testApp } from '../../support/app.js';
import { temporaryFolder } from '../../support/embedded-folder.js';
import { SIGUNTUR } from '../../support/nagari.js';
import { aPayingNagari, calculate } from '../../support/payments.js';
import { pdfPages } from '../../support/pdf-text.js';

const { app } = await testApp();
await calculate(app, await aPayingNagari(app));

/** Runs one command as the command line would; undefined when it was misused. */
async function outcomeOf(...words: string[]): Promise<Outcome | undefined> {
  let outcome: Outcome | undefined;
  const program = new Command();
  registerReportCommands(program, async (act) => {
    outcome = await act(app);
  });
  const all = (command: Command): Command[] => [command, ...command.commands.flatMap(all)];
  for (const command of all(program)) command.exitOverride().configureOutput({ writeErr: () => undefined });
  await program.parseAsync(words, { from: 'user' }).catch(() => undefined);
  return outcome;
}

it('answers every report as lines and JSON', async () => {
  const explained = await outcomeOf('honor', 'explain', '1310044101800001', '--month', '2026-07');
  expect(explained?.lines[1]).toBe('Honor Juli 2026, keadaan 5 Oktober 2026');
  expect(explained?.json).toMatchObject({ answer: { code: 'report.unpaid' }, amount: 75_000n });
  const roster = await outcomeOf('roster', 'list', '--nagari', SIGUNTUR, '--status', 'aktif');
  expect(roster?.json).toMatchObject({
    region: SIGUNTUR,
    kader: [{ name: 'Rosmaniar' }, { name: 'Yusnidar' }],
  });
  const arrears = await outcomeOf('report', 'arrears', '--by', 'payer', '--as-of', '2026-09-30');
  expect(arrears?.json).toMatchObject({ owed: 150_000n, groups: [{ key: SIGUNTUR, kader: 2 }] });
  expect((await outcomeOf('report', 'forecast', '--year', '2026'))?.json).toMatchObject({ year: 2026 });
  expect((await outcomeOf('report', 'validation', '--region', SIGUNTUR))?.json).toMatchObject({
    region: SIGUNTUR,
  });
});

it('writes to paper what is named, and the same bytes again', async () => {
  const folder = await temporaryFolder();
  const [pdf, xlsx] = [join(folder, 'slip.pdf'), join(folder, 'tunggakan.xlsx')];
  const wish = ['honor', 'explain', '1', '--month', '2026-07', '--out'] as const;
  const first = await outcomeOf(...wish, pdf);
  expect((await outcomeOf(...wish, pdf))?.lines).toEqual(first?.lines);
  expect(pdfPages(await readFile(pdf)).join(' ')).toContain('PENJELASANHONOR');
  expect((await outcomeOf('report', 'arrears', '--out', xlsx))?.lines[0]).toMatch(
    /tunggakan\.xlsx: sha256 [0-9a-f]{64}$/,
  );
});

it.each([
  [['honor', 'explain', '13100441018', '--month', '2026-07']],
  [['report', 'arrears', '--by', 'desa']],
  [['report', 'arrears', '--as-of', '5 Oktober']],
  [['report', 'forecast', '--year', 'ini']],
  [['report', 'validation', '--ending-days', 'lama']],
  [['report', 'arrears', '--out', 'laporan.doc']],
])('does not run what it cannot read: %j', async (words) => {
  expect(await outcomeOf(...words)).toBeUndefined();
});
