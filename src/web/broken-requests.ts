import { STATUS_CODES, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ErrorCode } from '../core/messages/catalog.js';
import { toJson } from '../core/shared/to-json.js';
import { unreadDetails } from './problem-details.js';

/** Whoever is still sending has so long to read why we stop listening; hanging up at once would take the answer away. */
export const LAST_WORDS_MS = 2000;

/** Answers what cannot be read as HTTP in our words too, and hangs up; Node's own answers say nothing. */
export function answerBroken(server: Server): void {
  const unanswered = new WeakMap<Duplex, Set<ServerResponse>>();
  const told = new WeakSet<Duplex>();
  server.on('request', ({ socket }, response) => {
    const waiting = unanswered.get(socket) ?? new Set();
    unanswered.set(socket, waiting.add(response));
    response.once('close', () => waiting.delete(response));
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // What still arrives of it is broken too.
    if (told.has(socket)) return;
    told.add(socket);
    if (socket.writable && mayAnswer(unanswered.get(socket) ?? new Set())) socket.end(answerTo(error.code));
    else socket.destroy();
    setTimeout(() => socket.destroy(), LAST_WORDS_MS).unref();
  });
}

// The words would be taken for the answer to an earlier request on this connection, or for a part of it.
function mayAnswer(waiting: ReadonlySet<ServerResponse>): boolean {
  return [...waiting].every(({ headersSent, req }) => !headersSent && !req.complete);
}

const reasons: Readonly<Record<string, readonly [number, ErrorCode]>> = {
  HPE_HEADER_OVERFLOW: [431, 'http.head-too-large'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'http.too-large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'http.too-slow'],
};

function answerTo(code = ''): string {
  const [status, reason] = reasons[code] ?? [400, 'http.broken'];
  const body = toJson(unreadDetails(status, reason));
  const head = [
    `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${String(Buffer.byteLength(body))}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}
