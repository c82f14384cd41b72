import type { JournalBatch, JournalEntry } from '../../core/ledger/journal.js';
import { canonicalJson } from '../../core/shared/canonical-json.js';
import { RunningSha256 } from '../../platform/sha256.js';

// Handing a hash each entry by itself costs more than hashing it.
const CHUNK_CHARACTERS = 16 * 1024;

/**
 * Hash of what was asked for: the SHA-256 of the canonical JSON of batch and actor, with the entries added one
 * by one, so that a batch may be larger than memory.
 */
export class RequestFingerprint {
  private readonly hash = new RunningSha256();
  private readonly closing: string;
  private count = 0;
  private waiting = '';

  constructor(batch: JournalBatch, actor: string) {
    const members = Object.entries({ ...batch, actor });
    const textOf = (part: typeof members) =>
      part
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, value]) => `${JSON.stringify(name)}:${canonicalJson(value)}`);
    const before = textOf(members.filter(([name]) => name < 'entries'));
    const after = textOf(members.filter(([name]) => name > 'entries'));
    this.hash.add(`{${[...before, '"entries":['].join()}`);
    this.closing = `${[']', ...after].join()}}`;
  }

  /** How many entries it holds so far. */
  get entries(): number {
    return this.count;
  }

  /** Adds an entry and hands it on. */
  adding(entry: JournalEntry): JournalEntry {
    this.waiting += this.count === 0 ? canonicalJson(entry) : `,${canonicalJson(entry)}`;
    this.count += 1;
    if (this.waiting.length >= CHUNK_CHARACTERS) this.flush();
    return entry;
  }

  /** Call it once, after the last entry. */
  digest(): Buffer {
    this.flush();
    return this.hash.add(this.closing).digest();
  }

  private flush(): void {
    this.hash.add(this.waiting);
    this.waiting = '';
  }
}
