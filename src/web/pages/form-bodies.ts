import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler } from 'express';

/** The hidden fields of every form. */
export const formFields = { token: 'csrf', key: 'kunci', version: 'versi' } as const;

const LIMITS = { extended: false, limit: '32kb', parameterLimit: 40 } as const;

/** How the body parser reads forms of pages; the API takes none. */
export function formParsing(apiPrefix: string) {
  return { ...LIMITS, type: (request: IncomingMessage) => isForm(request, apiPrefix) };
}

/**
 * What programs say in headers a form says in hidden fields: from here on both are guarded alike. A field left empty
 * is a field not filled in.
 */
export function understandForms(apiPrefix: string): RequestHandler {
  return (request, _response, next) => {
    if (isForm(request, apiPrefix) && request.body !== undefined) understandForm(request);
    next();
  };
}

function isForm({ url = '', headers }: IncomingMessage, apiPrefix: string): boolean {
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  return (
    !url.toLowerCase().startsWith(`/${apiPrefix}/`) &&
    type.trim().toLowerCase() === 'application/x-www-form-urlencoded'
  );
}

function understandForm(request: Request): void {
  const {
    [formFields.token]: token,
    [formFields.key]: key,
    [formFields.version]: version,
    ...fields
  } = request.body as Readonly<Record<string, unknown>>;
  // Only the hidden fields speak for a form: a header beside them would be somebody else's word.
  const { headers } = request;
  headers['x-csrf-token'] = textOf(token);
  headers['idempotency-key'] = textOf(key);
  headers['if-match'] = textOf(version);
  const filled = Object.entries(fields).map(([name, value]) => [name, inOneLine(value)] as const);
  request.body = Object.fromEntries(filled.filter(([, value]) => value !== ''));
}

// What is kept of words is one line; a break in a field of several lines is a space, and so is a tab of a spreadsheet.
function inOneLine(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\s*[\r\n\t]+\s*/g, ' ') : value;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
