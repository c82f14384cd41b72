import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { ArchiveFault } from './zip-archive.js';

/** What happens while an XML part is read; names come without their namespace prefix. */
export interface XmlHandler {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

// No sheet has tags in tags like these, nor a word as long: the parser would keep all of it in memory.
const DEPTH_MAX = 64;
const BYTES_WITHOUT_TAG_MAX = 2 ** 20;

/** Reads an XML part chunk by chunk; after each it yields what the handler gathered meanwhile. */
export async function* readXml<Gathered>(
  chunks: AsyncIterable<Buffer>,
  handler: XmlHandler,
  take: () => Gathered,
): AsyncGenerator<Gathered> {
  const seen = { depth: 0, bytesWithoutTag: 0 };
  const parser = parserFor(handler, seen);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of chunks) {
    seen.bytesWithoutTag += chunk.length;
    parser.write(decoder.decode(chunk, { stream: true }));
    if (seen.bytesWithoutTag > BYTES_WITHOUT_TAG_MAX) throw new ArchiveFault('isinya tidak wajar');
    yield take();
  }
  parser.write(decoder.decode()).close();
  yield take();
}

function parserFor(handler: XmlHandler, seen: { depth: number; bytesWithoutTag: number }): SaxesParser {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  // A workbook has none (ECMA-376 part 2, 8.1.4); what it declares could grow without end.
  parser.on('doctype', () => {
    throw new ArchiveFault('berisi DOCTYPE');
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    seen.depth += 1;
    seen.bytesWithoutTag = 0;
    if (seen.depth > DEPTH_MAX) throw new ArchiveFault('isinya tidak wajar');
    handler.open?.(localName(tag.name), tag.attributes);
  });
  parser.on('text', (text) => handler.text?.(text));
  parser.on('closetag', (tag: SaxesTagPlain) => {
    seen.depth -= 1;
    seen.bytesWithoutTag = 0;
    handler.close?.(localName(tag.name));
  });
  return parser;
}

/** Reads a small XML part to its end. */
export async function readWholeXml(chunks: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  const steps = readXml(chunks, handler, () => undefined);
  while ((await steps.next()).done !== true);
}

/** The value of an attribute, whatever its namespace prefix. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const key = Object.keys(attributes).find((candidate) => localName(candidate) === name);
  return key === undefined ? undefined : attributes[key];
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
