import { hostileZip, packedText, type HostileEntry } from './hostile-zip.js';

const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEADINGS = ['NAMA', 'NIK', 'TGL LAHIR', 'L/P', 'POSYANDU', 'KODE NAGARI', 'NO SK'];

/** What stands before and behind the rows of a roster, with its header. */
export const sheetHead = `<worksheet><sheetData><row>${HEADINGS.map(inlineCell).join('')}</row>`;
export const sheetTail = '</sheetData></worksheet>';

export function inlineCell(text: string): string {
  return `<c t="inlineStr"><is><t>${text}</t></is></c>`;
}

/** A workbook that begins like any other; `parts` come beside, or instead of, its own. */
export function hostileWorkbook(...parts: readonly HostileEntry[]): Buffer {
  const given = new Set(parts.map(({ name }) => name));
  const own = Object.entries(usualParts).filter(([name]) => !given.has(name));
  return hostileZip([...own.map(([name, text]) => packedText(name, text)), ...parts]);
}

const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="${TYPE}/${kind}" Target="${target}"/>`;

const usualParts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': '<Types/>',
  '_rels/.rels': `<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
  'xl/workbook.xml': '<workbook><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': `<Relationships>${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
  'xl/worksheets/sheet1.xml': `${sheetHead}${sheetTail}`,
  'xl/sharedStrings.xml': '<sst/>',
};
