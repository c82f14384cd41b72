const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** True for a request that only asks (RFC 9110): it needs no key, no token and no page of ours to come from. */
export function isSafe({ method }: { readonly method: string }): boolean {
  return SAFE_METHODS.has(method);
}
