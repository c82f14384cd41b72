import { DomainError } from '../../../src/core/shared/domain-error.js';
import { parseYaml, parseYamlDocuments } from '../../../src/platform/files/parse-yaml.js';

const unreadable = (line: number) =>
  new DomainError('invalid', 'document.file-unreadable', { file: 'a.yaml', line });
const codeOf = (text: string): unknown => {
  try {
    return parseYaml(text, unreadable);
  } catch (error) {
    return error instanceof DomainError ? error.code : error;
  }
};

const laughs = [
  'a: &a [x]',
  ...'bcdefghij'.split('').map((name, index) => lineOf(name, 'abcdefghi'[index] ?? '')),
].join('\n');

function lineOf(name: string, before: string): string {
  return `${name}: &${name} [${Array(10).fill(`*${before}`).join(', ')}]`;
}

describe('parseYaml', () => {
  it('gives every value as it was written, and of nothing null', () => {
    expect(parseYaml('a: 75.000\nb: 13.10', unreadable)).toEqual({ a: '75.000', b: '13.10' });
    expect(parseYaml('', unreadable)).toBeNull();
    expect(parseYamlDocuments('a: 1\n---\nb: 2', unreadable)).toEqual([{ a: '1' }, { b: '2' }]);
  });

  it.each([
    ['a billion laughs', laughs, 'document.file-unreadable'],
    ['a name of nothing', 'a: *b', 'document.file-unreadable'],
    ['lists in lists beyond the stack', '['.repeat(100_000), 'document.file-unreadable'],
    ['maps in maps beyond the stack', '{a: '.repeat(30_000), 'document.file-unreadable'],
    ['a field twice', 'a: 1\na: 2', 'document.file-unreadable'],
    ['a zero byte by its escape', String.raw`a: "x\0y"`, 'document.file-unreadable'],
    ['half a character by its escape', String.raw`a: "x\ud83dy"`, 'document.file-unreadable'],
    ['a name that nobody can read', String.raw`"a\e": 1`, 'document.file-unreadable'],
    ['two documents', 'a: 1\n---\nb: 2', 'document.file-unreadable'],
    ['more than any policy', `a: ${'x'.repeat(140_000)}`, 'document.too-long'],
  ])('refuses %s', (_, text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('says in which line stands what nobody can read', () => {
    const lines: number[] = [];
    const noted = (line: number) => {
      lines.push(line);
      return unreadable(line);
    };
    expect(() => parseYaml('a: 1\nb:\n  - "x\\0"', noted)).toThrow();
    expect(lines).toEqual([3]);
    expect(parseYaml('a: |\n  satu\n  dua\nb: "\\t😀"', unreadable)).toEqual({ a: 'satu\ndua\n', b: '\t😀' });
  });

  it('reaches into no other object', () => {
    const read = parseYaml(
      '__proto__:\n  polluted: yes\nconstructor: {prototype: {polluted: yes}}',
      unreadable,
    );
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
    expect(Object.keys(read as object)).toEqual(['__proto__', 'constructor']);
  });
});
