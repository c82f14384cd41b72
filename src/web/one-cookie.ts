import type { Request } from 'express';

/** The value of a cookie; undefined when it is not there, or not once: somebody else may have planted the other. */
export function oneCookie(request: Request, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  const values = pairs.filter(([key]) => key === name).map(([, value]) => value ?? '');
  return values.length === 1 && values[0] !== '' ? values[0] : undefined;
}
