import { createHash } from 'node:crypto';
import { Command } from 'commander';
import { registerRosterCommands } from '../../../src/modules/kader-roster/kader-roster.commands.js';
import type { Outcome } from '../../../src/platform/command-line/outcome.js';
import { testApp } from '../../support/app.js';
import { aRecorder, recordDeath, YUSNIDAR } from '../../support/deaths.js';
import { withFile } from '../../support/nagari.js';
import { aPayingNagari } from '../../support/payments.js';

const { app } = await testApp();
const office = await aPayingNagari(app);
await aRecorder(app);
await recordDeath(app, office);

/** Runs one command as the command line would; undefined when it was misused. */
async function outcomeOf(...words: string[]): Promise<Outcome | undefined> {
  let outcome: Outcome | undefined;
  const program = new Command();
  registerRosterCommands(program, async (act) => {
    outcome = await act(app);
  });
  const all = (command: Command): Command[] => [command, ...command.commands.flatMap(all)];
  for (const command of all(program)) command.exitOverride().configureOutput({ writeErr: () => undefined });
  await program.parseAsync(['roster', 'heir', ...words], { from: 'user' });
  return outcome;
}

const stated = [
  ...['--name', 'Rina Marlina', '--relation', 'putri', '--nik', '1310046505050003', '--died', '2026-08-14'],
  ...['--proof-kind', 'SKAW', '--proof-number', '470/31', '--proof-date', '2026-09-02'],
  ...['--proof-issuer', 'Wali Nagari Siguntur', '--bank', 'Bank Nagari', '--account', '10020210044555'],
  ...['--account-name', 'RINA MARLINA', '--by', 'fitri'],
];

it('records, confirms and shows an heir, in lines and as JSON, with nothing in it that is private', async () => {
  const proof = 'pindaian';
  const sha256 = createHash('sha256').update(proof).digest('hex');
  const recorded = await withFile('skaw.pdf', proof, (path) =>
    outcomeOf('record', YUSNIDAR, ...stated, '--proof-file', path),
  );
  expect(recorded?.lines).toEqual([
    'Yusnidar (1310********0001), meninggal 14 Agustus 2026',
    'Ahli waris (menunggu): Rina Marlina, Anak, NIK 1310********0003',
    `  Bukti: Surat keterangan ahli waris 470/31 tanggal 2 September 2026, Wali Nagari Siguntur; berkas ${sha256}`,
    '  Rekening: Bank Nagari **********4555 atas nama RINA MARLINA',
    '  Dicatat Fitri Yeni 5 Oktober 2026; menunggu orang kedua',
  ]);
  const confirm = (name: string, relation: string) =>
    outcomeOf(
      ...['confirm', YUSNIDAR, '--name', name, '--relation', relation],
      ...['--account', '4555', '--by', 'budi'],
    );
  await expect(confirm('Rina Marlina', 'suami')).rejects.toMatchObject({ code: 'heir.other-than-recorded' });
  await expect(confirm('Rudi', 'putri')).rejects.toMatchObject({ code: 'heir.other-than-recorded' });
  const confirmed = await confirm('rina marlina', 'Anak');
  expect(confirmed?.lines.at(-1)).toBe(
    '  Dicatat Fitri Yeni 5 Oktober 2026; dikonfirmasi Budi Santoso 5 Oktober 2026',
  );
  const shown = await outcomeOf('show', YUSNIDAR);
  expect(shown?.json).toMatchObject({ heirs: [{ state: 'berlaku', proof: { sha256 } }] });
  expect(JSON.stringify([recorded, confirmed, shown])).not.toMatch(/(?<![0-9a-f])\d{14,16}(?![0-9a-f])/);
});

it('asks for everything an heir is known and proven by', async () => {
  const [, , ...withoutName] = stated;
  await expect(outcomeOf('record', YUSNIDAR, ...withoutName)).rejects.toMatchObject({
    code: 'commander.missingMandatoryOptionValue',
  });
  const withoutHeir = outcomeOf('confirm', YUSNIDAR, '--account', '4555', '--by', 'budi');
  await expect(withoutHeir).rejects.toMatchObject({
    code: 'commander.missingMandatoryOptionValue',
  });
});
