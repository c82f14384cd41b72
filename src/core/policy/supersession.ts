/** A version of a policy, as people name it: `honor-kader/2`. */
export interface VersionName {
  readonly code: string;
  readonly version: number;
}

/** Which versions a version takes the place of on the days it is valid, and why. */
export interface Supersession {
  readonly versions: readonly VersionName[];
  readonly reason: string;
  /**
   * The words of the decree by which it reaches back before its own date ("Pasal II: berlaku sejak 1 Januari 2026");
   * null where it does not.
   */
  readonly retroactiveClause: string | null;
}

/** "honor-kader versi 2". */
export function versionWords({ code, version }: VersionName): string {
  return `${code} versi ${String(version)}`;
}
