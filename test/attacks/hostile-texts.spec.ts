import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { describeProblem } from '../../src/core/formats/sheet/problem.js';
import { testApp } from '../support/app.js';
import { everyText } from '../support/every-text.js';
import { hostileSheets, type HostileSheet, type SheetOutcome } from '../support/hostile-sheets.js';
import { HOSTILE_TEXTS, letters, marked } from '../support/hostile-texts.js';
import { answerFindings } from '../support/findings.js';
import { addKader, SIGUNTUR, withFile } from '../support/nagari.js';
import { aDraft, aPayingNagari, takeSteps } from '../support/payments.js';
import { addSpm } from '../support/spm.js';

const { app, url } = await testApp();
const office = await aPayingNagari(app, 10_000_000n);
await addSpm(app, office);
for (const serial of HOSTILE_TEXTS.keys()) {
  const nik = `131004410180${String(9000 + serial)}`;
  await addKader(app, office, { nik, name: `Kader ${letters(serial)}`, nagari: SIGUNTUR });
}
const released = await aDraft(app, office);
await answerFindings(app, released, office.operator.id);
await takeSteps(app, office, released, 'release');
const sent = await app.get(DataSource).query<{ reference: string }[]>('select reference from disbursement');
const references = sent.map(({ reference }) => reference);
const sheets = await hostileSheets({ app, office, released, references });
const database = await everyText(url);
const tables = await database.tables();
let serial = 0;

const columns = Object.entries(sheets).flatMap(([name, sheet]) =>
  Object.keys(sheet.layout.columns).map((field) => [name, field, sheet] as const),
);

it('every sheet that is read is tried', async () => {
  expect(Object.keys(sheets).sort()).toEqual(await layoutsOfCore());
});

it.each(Object.entries(sheets))('%s: a harmless row is taken', async (_, sheet) => {
  serial += 1;
  expect(await importRow(sheet, sheet.row(serial))).toMatchObject({ problems: [], applied: true });
});

it.each(columns)('%s: a hostile %s is refused at its place, or kept as typed', async (_, field, sheet) => {
  const [applied, refused, unplaced]: [string[], string[], string[]] = [[], [], []];
  for (const hostile of HOSTILE_TEXTS) {
    serial += 1;
    const { typed, kept } = marked(hostile, serial);
    const outcome = await importRow(sheet, { ...sheet.row(serial, field), [field]: typed });
    (outcome.applied ? applied : refused).push(kept);
    if (!outcome.applied) unplaced.push(...wordsWithoutPlace(outcome));
  }
  expect(unplaced).toEqual([]);
  expect(sheet.keeps.includes(field) ? refused : []).toEqual([]);
  const kept = sheet.looksUp.includes(field) ? [] : applied;
  expect(await database.kept([...applied, ...refused])).toEqual([...kept].sort());
  expect(await database.tables()).toEqual(tables);
});

/** Problems that do not say in words where they stand: the sheet, and a cell of its only row. */
function wordsWithoutPlace({ problems }: SheetOutcome): string[] {
  if (problems.length === 0) return ['refused without a word'];
  return problems.map(describeProblem).filter((words) => !/^Lembar .*(sel [A-Z]+2|baris 2)\b/.test(words));
}

function importRow(sheet: HostileSheet, values: Readonly<Record<string, string>>): Promise<SheetOutcome> {
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';');
  const headings = Object.keys(values).map((field) => sheet.layout.columns[field]?.label ?? field);
  const content = [line(headings), line(Object.values(values))].join('\n');
  return withFile('lembar.csv', content, sheet.take);
}

/** The names of every layout that the core declares. */
async function layoutsOfCore(): Promise<string[]> {
  const files = await readdir('src/core', { recursive: true });
  const sources = files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFile(join('src/core', file), 'utf8'));
  return (await Promise.all(sources))
    .filter((source) => /^import .*\bdefineLayout\b|^ {2}defineLayout,$/m.test(source))
    .flatMap((source) => [...source.matchAll(/^export (?:const|function) (\w*Layout)\b/gm)])
    .map(([, name = '']) => name)
    .sort();
}
