import { invariant } from '../../src/core/shared/invariant.js';

/**
 * The letters on each page of a PDF of ours, in the order they were written and without spaces. It reads only what
 * our writer writes: objects that are not deflated, and faces that say which glyph is which letter.
 */
export function pdfPages(bytes: Buffer): string[] {
  const objects = objectsOf(bytes.toString('latin1'));
  const faces = facesOf(objects);
  const tree = [...objects.values()].find((object) => /\/Type \/Pages\b/.test(object));
  const kids = /\/Kids \[([^\]]*)\]/.exec(tree ?? '')?.[1] ?? '';
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, number = '']) => {
    const contents = /\/Contents (\d+) 0 R/.exec(objects.get(number) ?? '')?.[1] ?? '';
    return lettersOf(objects.get(contents) ?? '', faces);
  });
}

type Face = ReadonlyMap<string, string>;

function objectsOf(text: string): Map<string, string> {
  const found = text.matchAll(/^(\d+) 0 obj\n(.*?)\nendobj/gms);
  return new Map([...found].map(([, number = '', body = '']) => [number, body]));
}

/** By the name that contents use: F1, F2. */
function facesOf(objects: ReadonlyMap<string, string>): Map<string, Face> {
  const faces = new Map<string, Face>();
  for (const object of objects.values()) {
    for (const [, name = '', number = ''] of object.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(number) ?? '')?.[1] ?? '';
      faces.set(name, glyphsOf(objects.get(map) ?? ''));
    }
  }
  return faces;
}

function glyphsOf(map: string): Face {
  const glyphs = new Map<string, string>();
  for (const [, first = '', letters = ''] of map.matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g)) {
    [...letters.matchAll(/<([0-9a-f ]+)>/g)].forEach(([, code = ''], index) => {
      const glyph = (parseInt(first, 16) + index).toString(16).padStart(4, '0');
      glyphs.set(glyph, Buffer.from(code.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'));
    });
  }
  return glyphs;
}

function lettersOf(contents: string, faces: ReadonlyMap<string, Face>): string {
  let [face, letters]: [Face | undefined, string] = [undefined, ''];
  for (const [, name, shown = ''] of contents.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) face = faces.get(name);
    for (const [glyph] of shown.matchAll(/(?<=<[0-9a-f]*)(?<=<(?:[0-9a-f]{4})*)[0-9a-f]{4}/g)) {
      const letter = face?.get(glyph);
      invariant(letter !== undefined, `glyph ${glyph} is a letter`);
      letters += letter;
    }
  }
  return letters.replace(/\s/g, '');
}
