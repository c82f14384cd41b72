import type { Actor } from './actor.js';
import type { Scope } from './scope.js';

/** What an actor may see: as the database is told before it answers. */
export interface ReadingScope {
  /** Kemendagri codes; each covers everything under it. */
  readonly regions: readonly string[];
  /** Codes of paying bodies seen by themselves. */
  readonly payers: readonly string[];
  /** Kader who see their own. */
  readonly kaderIds: readonly number[];
  /** For the installation itself: the audit trail of everything, and no region by it. */
  readonly isInstallation?: true;
}

/** What a person's grants and mandates let her or him see; undefined for the system, which sees everything. */
export function readingScope(actor: Actor): ReadingScope | undefined {
  if (actor.kind === 'system') return undefined;
  const scopes = [...actor.grants, ...(actor.mandates ?? [])].map(({ scope }) => scope);
  return {
    regions: unique(scopes.flatMap((scope) => (scope.kind === 'region' ? [scope.code] : []))),
    payers: unique(scopes.flatMap((scope) => (scope.kind === 'payer' ? [scope.code] : []))),
    kaderIds: unique(scopes.flatMap((scope: Scope) => (scope.kind === 'person' ? [scope.kaderId] : []))),
    ...(scopes.some(({ kind }) => kind === 'installation') && { isInstallation: true }),
  };
}

function unique<Value extends string | number>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)].sort();
}
