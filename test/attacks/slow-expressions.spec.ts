import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import ts from 'typescript';

/** Every expression meets the longest text that a cell may hold, made to be tried in as many ways as there are. */
const LENGTH = 8_000;
const PATIENCE_MS = 10_000;

// What is repeated, and what then breaks the match.
const pieces = [
  'a',
  'A',
  '0',
  ' ',
  '\t',
  '.',
  '-',
  '/',
  '"',
  "'",
  '(',
  '[',
  '<',
  '=',
  '_',
  ',',
  ';',
  'é',
  '\u0301',
  'a ',
  'a.',
  'a-',
  '0.',
  '0 ',
  'A0',
  '<a ',
  '[a',
  '"a',
];
const ends = ['', '\u0001', '!', '"'];

interface Expression {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

const expressions = ['src', 'config/audit'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
    .flatMap((name) => expressionsIn(join(folder, name))),
);

describe('an expression of the program', () => {
  it('is found', () => {
    expect(expressions.length).toBeGreaterThan(100);
  });

  it.each(expressions.map((one) => [`${one.place} ${one.source}`, one]))(
    '%s ends soon on any text',
    (_, one) => {
      const texts = [...pieces, ...wordsOf(one.source)].flatMap((piece) =>
        ends.map((end) => piece.repeat(Math.ceil(LENGTH / piece.length)) + end),
      );
      const script =
        'for (const text of texts) { const one = new RegExp(source, flags); text.replace(one, ""); one.test(text); }';
      const { source, flags } = one;
      const tryAll = () => {
        runInNewContext(script, { texts, source, flags }, { timeout: PATIENCE_MS });
      };
      expect(tryAll).not.toThrow();
    },
  );
});

function expressionsIn(file: string): Expression[] {
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      const place = `${file}:${String(line)}`;
      found.push({ place, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Words of the expression itself, which it is made to follow. */
function wordsOf(source: string): string[] {
  const words: readonly string[] = source.match(/[A-Za-z]{2,}/g) ?? [];
  return words.slice(0, 3).map((word) => `${word} `);
}
