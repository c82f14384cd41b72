import { tableInWords } from './audited-tables.js';
import type { RecordedAct, RecordedChange, RecordedRow } from './recorded-act.js';

const verbs = {
  insert: 'menambah',
  update: 'mengubah',
  delete: 'menghapus',
  truncate: 'mengosongkan',
  forget: 'menghapus isi jejak',
} as const satisfies Record<RecordedChange['action'], string>;

/** Objects that a sentence names; of more it says how many. */
const NAMED_MAX = 3;

/** Who did what, from where, for which operation and why, as one sentence. */
export function describeAct(act: RecordedAct): string {
  const what = act.changes.map(describeChange).join('; ');
  const from = act.address === '' ? '' : ` dari ${act.address}`;
  const agent = act.agent === '' ? '' : ` (${act.agent})`;
  const operation = act.operation === '' ? '' : `, untuk ${act.operation}`;
  const reason = act.reason === '' ? '' : `, karena "${act.reason}"`;
  return `${whoActed(act)}${from}${agent}${operation}${reason}: ${what}.`;
}

/** What changed of each row that is shown: `kader:12 name "Siti" menjadi "Siti Aminah"`. */
export function describeRows(change: RecordedChange): string[] {
  const lines = change.rows.map((row) => `${row.object}: ${describeRow(row)}`);
  const rest = change.rowCount - change.rows.length;
  return rest > 0 && !change.isCounted ? [...lines, `dan ${String(rest)} baris lain`] : lines;
}

function whoActed({ kind, actor, fullName }: RecordedAct): string {
  if (kind === 'visitor') return 'Seseorang yang belum masuk';
  if (kind === 'system') return 'Sistem';
  if (kind === 'database') return `Langsung pada basis data, ${actor}`;
  return fullName === null ? actor : `${fullName} (${actor})`;
}

function describeChange({ action, table, rowCount, rows, isCounted }: RecordedChange): string {
  const named = rows.map(({ object }) => object).join(', ');
  if (action === 'forget') return `${verbs.forget} ${named}`;
  const what = `${verbs[action]} ${tableInWords(table)}`;
  if (action === 'truncate') return what;
  if (isCounted || rowCount > NAMED_MAX) return `${what} ${String(rowCount)} baris`;
  return `${what} ${named}`;
}

function describeRow({ before, after, hidden, isForgotten }: RecordedRow): string {
  if (isForgotten) return 'isinya sudah dihapus, tinggal sidik jarinya';
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const values = names.map((name) => `${name} ${describeValues(name, before, after)}`);
  return [...values, ...hidden.map((name) => `${name} (dirahasiakan)`)].join(', ');
}

type Values = RecordedRow['before'];

function describeValues(name: string, before: Values, after: Values): string {
  const parts = [before, after].flatMap((values) =>
    values === undefined ? [] : [JSON.stringify(values[name] ?? null)],
  );
  return parts.join(' menjadi ');
}
