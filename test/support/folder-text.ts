import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { ZipArchive } from '../../src/platform/spreadsheet/zip-archive.js';
import { pdfPages } from './pdf-text.js';

/** What stands in every file of a folder and those in it, by path: workbooks unpacked, PDF as letters. */
export async function folderText(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) =>
    one.isFile(),
  );
  const texts = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    return [path.slice(folder.length + 1), await fileText(path)] as const;
  });
  return new Map(await Promise.all(texts));
}

async function fileText(path: string): Promise<string> {
  if (extname(path) === '.xlsx') return workbookText(path);
  const bytes = await readFile(path);
  return extname(path) === '.pdf' ? pdfPages(bytes).join('\n') : bytes.toString('utf8');
}

async function workbookText(path: string): Promise<string> {
  const archive = await ZipArchive.open(path);
  const texts: string[] = [];
  for (const name of archive.names) {
    const chunks: Buffer[] = [];
    for await (const chunk of archive.read(name)) chunks.push(chunk);
    texts.push(Buffer.concat(chunks).toString('utf8'));
  }
  archive.close();
  return texts.join('\n');
}
