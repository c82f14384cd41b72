import type { JournalEntry } from '../../src/core/formats/journal/journal-entry.js';
import type { JournalWriter } from '../../src/core/formats/journal/journal-writer.js';

/** A whole journal, of entries that are at hand. */
export function journalText(writer: JournalWriter, entries: readonly JournalEntry[]): string {
  const pieces = [...writer.opening()];
  for (const entry of entries) pieces.push(...writer.entry(entry));
  return [...pieces, ...writer.closing()].join('');
}
