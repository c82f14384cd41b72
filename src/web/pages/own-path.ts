/** Words of addresses of ours: no second slash at the start, no dot, no scheme, nothing to decode. */
const OWN_PATH = /^\/(?!api(\/|$))(?:[a-z0-9-]+(?:\/[a-z0-9-]+)*)?$/;

/**
 * Where to go on after signing in. Anything but a plain address of a page of ours is the first page: nobody is led
 * elsewhere by a link that begins at ours.
 */
export function ownPath(wish: string | undefined): string {
  return wish !== undefined && wish.length <= 100 && OWN_PATH.test(wish) ? wish : '/';
}

/** The page for signing in that then goes on to this one. */
export function signInPath(then: string): string {
  return leadingOn('/masuk', then);
}

/** The page where somebody shows once more who she is, and then goes on to this one. */
export function proofPath(then: string): string {
  return leadingOn('/bukti', then);
}

function leadingOn(path: string, then: string): string {
  const next = ownPath(then);
  return next === '/' ? path : `${path}?lanjut=${encodeURIComponent(next)}`;
}
