import type { Request, Response } from 'express';
import type { ProblemDetails } from '../problem-details.js';
import { leadOn } from './lead-on.js';
import { ownPath, proofPath, signInPath } from './own-path.js';
import { pageHeaders } from './page-headers.js';
import { drawProblem } from './problem-page.js';

const NOT_SIGNED_IN = new Set(['access.not-signed-in', 'identity.session-ended']);

// On the way to the identity provider and back there is no page of ours before: one begins again by signing in.
const AT_THE_PROVIDER = 'identity.oidc-';

/** True for a browser that shows what it gets to a person. */
export function isBrowser(request: Request): boolean {
  return (request.get('accept') ?? '').includes('text/html');
}

/** Answers a person with a page instead of problem details; who has not signed in is led to where she can. */
export function answerBrowser(details: ProblemDetails, request: Request, response: Response): void {
  pageHeaders(response);
  const { path } = request;
  if (request.method === 'GET' && NOT_SIGNED_IN.has(details.code)) {
    if (request.get('sec-fetch-site') === 'cross-site') response.status(200).send(leadOn(ownPath(path)));
    else response.redirect(303, signInPath(path));
    return;
  }
  if (details.code === 'identity.confirm-again') {
    response.redirect(303, proofPath(pageBehind(request)));
    return;
  }
  const back = details.code.startsWith(AT_THE_PROVIDER) ? signInPath('/') : pageBehind(request);
  response.status(details.status).send(drawProblem(details, path, back));
}

/**
 * The page a form was sent from, as far as the browser says; one that was only looked at leads to the first page. Of
 * what it says only a path of ours is taken, whatever host it names.
 */
function pageBehind(request: Request): string {
  const from = request.get('referer');
  if (from === undefined || !URL.canParse(from)) return '/';
  return ownPath(new URL(from).pathname);
}
