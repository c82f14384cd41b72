import { SaxesParser, type SaxesTagPlain } from 'saxes';

/** What happens while an XML part is read; names come without their namespace prefix. */
export interface XmlHandler {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

/** Reads an XML part chunk by chunk; after each it yields what the handler gathered meanwhile. */
export async function* readXml<Gathered>(
  chunks: AsyncIterable<Buffer>,
  handler: XmlHandler,
  take: () => Gathered,
): AsyncGenerator<Gathered> {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag: SaxesTagPlain) => handler.open?.(localName(tag.name), tag.attributes));
  parser.on('text', (text) => handler.text?.(text));
  parser.on('closetag', (tag: SaxesTagPlain) => handler.close?.(localName(tag.name)));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of chunks) {
    parser.write(decoder.decode(chunk, { stream: true }));
    yield take();
  }
  parser.write(decoder.decode()).close();
  yield take();
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
