/** A row as it was and is; without either when a kader was forgotten, or when it came or went. */
export interface RecordedRow {
  /** `table:key`. */
  readonly object: string;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
  /** Columns that changed and are never shown. */
  readonly hidden: readonly string[];
  /** True: only a hash of it is left. */
  readonly isForgotten: boolean;
}

/** One statement on one table, for readers. */
export interface RecordedChange {
  readonly table: string;
  readonly action: 'insert' | 'update' | 'delete' | 'truncate' | 'forget';
  readonly rowCount: number;
  readonly isCounted: boolean;
  /** The first of its rows. */
  readonly rows: readonly RecordedRow[];
}

/** What somebody changed in one transaction, for readers. */
export interface RecordedAct {
  readonly position: bigint;
  /** ISO, UTC. */
  readonly at: string;
  readonly kind: 'person' | 'system' | 'visitor' | 'database';
  /** User name; of the kind `database` the login. */
  readonly actor: string;
  readonly fullName: string | null;
  /** The login of the database, which nobody can state. */
  readonly login: string;
  readonly address: string;
  readonly agent: string;
  readonly operation: string;
  readonly reason: string;
  readonly changes: readonly RecordedChange[];
  /** Hex. */
  readonly hash: string;
}

/** Reads the content of a row as it is kept; null: forgotten. */
export function recordedRow(object: string, content: string | null): RecordedRow {
  if (content === null) return { object, hidden: [], isForgotten: true };
  const kept = JSON.parse(content) as Omit<RecordedRow, 'object' | 'isForgotten'>;
  return { object, ...kept, isForgotten: false };
}
