/** For what a role is granted. A region is a Kemendagri code and covers everything under it. */
export type Scope =
  | { readonly kind: 'installation' }
  | { readonly kind: 'region'; readonly code: string }
  | { readonly kind: 'payer'; readonly code: string }
  | { readonly kind: 'person'; readonly kaderId: number };

/** What an operation touches; an operation that touches several needs a grant for each. */
export type Target =
  | { readonly kind: 'installation' }
  | { readonly kind: 'region'; readonly code: string }
  /** A paying body: by its own code, or through the region it belongs to. */
  | { readonly kind: 'payer'; readonly code: string; readonly regionCode: string }
  | { readonly kind: 'person'; readonly kaderId: number; readonly regionCode: string };

/** True when what is touched lies within what was granted. Installation covers its own settings only, no region. */
export function covers(scope: Scope, target: Target): boolean {
  switch (scope.kind) {
    case 'installation':
      return target.kind === 'installation';
    case 'region':
      return regionOf(target) !== undefined && isWithin(scope.code, regionOf(target) ?? '');
    case 'payer':
      return target.kind === 'payer' && target.code === scope.code;
    case 'person':
      return target.kind === 'person' && target.kaderId === scope.kaderId;
  }
}

/** True for the region itself and everything under it; by whole parts of the code, so 13.1 is not above 13.10. */
function isWithin(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(`${outer}.`);
}

function regionOf(target: Target): string | undefined {
  if (target.kind === 'installation') return undefined;
  return target.kind === 'region' ? target.code : target.regionCode;
}

/**
 * True for everything, and for a region that is a kabupaten or holds some: of a smaller part nobody is shown what can
 * only be shown whole.
 */
export function isWide(scope: Scope): boolean {
  return scope.kind === 'installation' || (scope.kind === 'region' && scope.code.split('.').length <= 2);
}

/** How people call a scope. */
export function describeScope(scope: Scope | Target): string {
  switch (scope.kind) {
    case 'installation':
      return 'sistem ini';
    case 'region':
      return `wilayah ${scope.code}`;
    case 'payer':
      return `pembayar ${scope.code}`;
    case 'person':
      return `kader nomor ${String(scope.kaderId)}`;
  }
}
