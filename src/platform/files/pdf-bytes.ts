import { createRequire } from 'node:module';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';

/** A day of its own for every document: the real one would change the bytes. */
const NO_TIME = new Date(Date.UTC(2000, 0, 1));

const require = createRequire(import.meta.url);
const face = (style: string): string => require.resolve(`pdfmake/fonts/Roboto/Roboto-${style}.ttf`);

const Roboto = {
  normal: face('Regular'),
  bold: face('Medium'),
  italics: face('Italic'),
  bolditalics: face('MediumItalic'),
};

/** A document without what the same one has always: its face, its day and its compression. */
export type PdfContent = Omit<TDocumentDefinitions, 'info' | 'compress' | 'defaultStyle'> & {
  readonly title: string;
};

/**
 * The bytes of a PDF. The same content gives the same bytes, on any machine and day: nothing is deflated,
 * because the same text deflates to other bytes under another zlib, and the date is always the same.
 */
export async function pdfBytes({ title, ...content }: PdfContent): Promise<Buffer> {
  // Loaded when a document is made: few commands make one, and every command would wait for it.
  const { default: pdfmake } = await import('pdfmake');
  const files = new Set(Object.values(Roboto));
  pdfmake.setFonts({ Roboto });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => files.has(path));
  const info = { title, creator: 'Honor Kader', producer: 'Honor Kader', creationDate: NO_TIME };
  return pdfmake
    .createPdf({ ...content, info, compress: false, defaultStyle: { font: 'Roboto' } })
    .getBuffer();
}
