/** NIK and account numbers that may stand nowhere whole. */
export class FullNumbers {
  private readonly known: ReadonlySet<string>;
  private readonly lengths: readonly number[];

  constructor(numbers: Iterable<string>) {
    this.known = new Set(numbers);
    this.lengths = [...new Set([...this.known].map(({ length }) => length))];
  }

  get count(): number {
    return this.known.size;
  }

  /** Those that stand in a text: as digits, in groups as people write them, or as PostgreSQL shows them in bytes. */
  in(text: string): string[] {
    const inBytes = [...text.matchAll(/(?:3\d){5,}/g)].map(([hex]) =>
      Buffer.from(hex, 'hex').toString('latin1'),
    );
    const grouped = [...text.matchAll(/\d(?:[ .-]?\d){4,}/g)].map(([found]) => found.replace(/\D/g, ''));
    return [...new Set([...grouped, ...inBytes].flatMap((digits) => this.within(digits)))];
  }

  private within(digits: string): string[] {
    return this.lengths.flatMap((length) => {
      const windows = Array.from({ length: Math.max(0, digits.length - length + 1) }, (_, start) =>
        digits.slice(start, start + length),
      );
      return windows.filter((window) => this.known.has(window));
    });
  }
}
