import type { IncomingMessage, Server } from 'node:http';
import { answerBroken } from './broken-requests.js';

/** The head of a request is small; who sends it a letter at a time only keeps a connection. */
const HEAD_MS = 20_000;

/** A sheet of twenty megabytes over the line of a nagari takes minutes. */
const WHOLE_MS = 300_000;

/** What a server decides before any route: how long it waits, how an address is written, what is no request at all. */
export function guardDoorstep(server: Server): void {
  server.headersTimeout = HEAD_MS;
  server.requestTimeout = WHOLE_MS;
  server.prependListener('request', inOriginForm);
  // An expectation nobody knows may be passed over (RFC 9110, 10.1.1).
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  answerBroken(server);
}

/**
 * An address is a path of ours, whatever host it is written with (RFC 9112, 3.2.2): from here on nobody sees that
 * host. What is no address leads nowhere.
 */
function inOriginForm(request: IncomingMessage): void {
  const target = request.url ?? '';
  if (target.startsWith('/')) return;
  const url = /^https?:/i.test(target) && URL.canParse(target) ? new URL(target) : undefined;
  request.url = url === undefined ? '*' : `${url.pathname}${url.search}`;
}
