/**
 * Reads a parsed document, whose values are the texts that were written, field by field and collects every
 * problem with its path, so that the writer of the document sees them all at once.
 */
export class DocumentReader<Problem> {
  constructor(
    private readonly problems: Problem[],
    private readonly report: (
      kind: 'missing' | 'wrong' | 'unknown',
      path: string,
      value: unknown,
      expected: string,
    ) => Problem,
  ) {}

  /** The fields of an object; a field that nobody asks for is reported as unknown. */
  fields(value: unknown, path: string, known: readonly string[]): Readonly<Record<string, unknown>> {
    if (!isRecord(value)) {
      this.wrong(path, value, 'daftar isian');
      return {};
    }
    for (const key of Object.keys(value)) {
      if (!known.includes(key)) this.problems.push(this.report('unknown', join(path, key), value[key], ''));
    }
    return value;
  }

  list(value: unknown, path: string): readonly unknown[] {
    if (Array.isArray(value) && value.length > 0) return value;
    this.wrong(path, value, 'daftar yang tidak kosong');
    return [];
  }

  /** Reads one value with `parse`, which answers undefined for what it cannot read. */
  value<T>(
    value: unknown,
    path: string,
    expected: string,
    parse: (value: unknown) => T | undefined,
  ): T | undefined {
    const parsed = isMissing(value) ? undefined : parse(value);
    if (parsed === undefined) this.wrong(path, value, expected);
    return parsed;
  }

  text(value: unknown, path: string): string | undefined {
    return this.value(value, path, 'teks', (found) =>
      typeof found === 'string' && found.trim() ? found.trim() : undefined,
    );
  }

  oneOf<T extends string>(value: unknown, path: string, allowed: readonly T[]): T | undefined {
    return this.value(value, path, allowed.join(' | '), (found) =>
      allowed.find((option) => option === found),
    );
  }

  wrong(path: string, value: unknown, expected: string): void {
    const kind = isMissing(value) ? 'missing' : 'wrong';
    this.problems.push(this.report(kind, path, value, expected));
  }
}

/** `components[0]`, `legalBasis.date`. */
export function join(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${String(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

/** A field that is not there, or there with nothing behind its colon. */
function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
