import pg from 'pg';

type Ask = (question: unknown, values?: unknown, callback?: unknown) => unknown;

/** What is asked less often than this on a connection is not worth remembering there. */
const OFTEN = 3;

/** The texts of written statements are a few hundred; texts that are put together each time must not pile up. */
const REMEMBERED_MAX = 400;

/**
 * A connection that prepares a statement with values when it is asked the third time, so that the server reads and
 * plans it once: for small statements, of which a step of a payment takes fifty, that is most of their time.
 */
export class PreparingClient extends pg.Client {
  constructor(options?: string | pg.ClientConfig) {
    super(options);
    const ask = super.query.bind(this) as unknown as Ask;
    const names = new StatementNames();
    const askPrepared: Ask = (question, values, callback) => {
      const name = typeof question === 'string' && hasValues(values) ? names.nameOf(question) : undefined;
      return ask(name === undefined ? question : { name, text: question }, values, callback);
    };
    Object.defineProperty(this, 'query', { value: askPrepared });
  }
}

class StatementNames {
  private readonly timesAsked = new Map<string, number>();
  private readonly names = new Map<string, string>();

  nameOf(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= REMEMBERED_MAX) return known;
    const times = (this.timesAsked.get(text) ?? 0) + 1;
    if (times < OFTEN) {
      if (this.timesAsked.size < REMEMBERED_MAX) this.timesAsked.set(text, times);
      return undefined;
    }
    this.timesAsked.delete(text);
    const name = `often_${String(this.names.size + 1)}`;
    this.names.set(text, name);
    return name;
  }
}

function hasValues(values: unknown): boolean {
  return Array.isArray(values) && values.length > 0;
}
