import { randomUUID } from 'node:crypto';
import request from 'supertest';
import type { Response } from 'supertest';
import { assertDocumented } from './documented.js';

export type Method = 'get' | 'post' | 'put' | 'delete' | 'head' | 'options' | 'patch';

export interface Sent {
  readonly query?: object | undefined;
  readonly body?: object | string | undefined;
  readonly file?: { readonly name: string; readonly content: string | Buffer } | undefined;
  /** Beside, or instead of, those that the caller sends by herself; undefined leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  /** True: the answer is wanted as bytes. */
  readonly binary?: boolean | undefined;
}

/** A browser: keeps the cookie it is given, and sends it with the CSRF token and a fresh Idempotency-Key. */
export class Caller {
  cookie: string | undefined;
  csrfToken: string | undefined;
  bearer: string | undefined;

  constructor(readonly url: string) {}

  get(path: string, query?: object): Promise<Response> {
    return this.send('get', path, { query });
  }

  post(path: string, body?: object, headers?: Sent['headers']): Promise<Response> {
    return this.send('post', path, { body, headers });
  }

  upload(path: string, name: string, content: string | Buffer, query?: object): Promise<Response> {
    return this.send('post', path, { file: { name, content }, query });
  }

  async send(
    method: Method,
    path: string,
    { query, body, file, headers, binary }: Sent = {},
  ): Promise<Response> {
    const sent = request(this.url)[method](path);
    for (const [name, value] of Object.entries({ ...this.ownHeaders(), ...headers })) {
      if (value !== undefined) void sent.set(name, value);
    }
    if (query !== undefined) void sent.query(query);
    if (typeof body === 'string') void sent.type('application/json');
    if (body !== undefined) void sent.send(body);
    if (file !== undefined) void sent.attach('file', Buffer.from(file.content), file.name);
    if (binary === true) void sent.buffer(true).parse(asBytes);
    const answer = await sent;
    assertDocumented({ method, path, headers }, answer);
    this.remember(answer);
    return answer;
  }

  /** Another browser with the same cookie, as a thief would have it. */
  stolen(): Caller {
    const thief = new Caller(this.url);
    thief.cookie = this.cookie;
    thief.csrfToken = this.csrfToken;
    return thief;
  }

  private ownHeaders(): Record<string, string | undefined> {
    return {
      cookie: this.cookie,
      authorization: this.bearer === undefined ? undefined : `Bearer ${this.bearer}`,
      'x-csrf-token': this.csrfToken,
      'idempotency-key': randomUUID(),
    };
  }

  private remember(answer: Response): void {
    const cookie = cookiesOf(answer).find((line) => /^(__Host-)?honor=/.test(line));
    if (cookie !== undefined) this.cookie = cookie.split(';')[0];
    const body = answer.body as { csrfToken?: string; current?: { csrfToken?: string } };
    this.csrfToken = body.csrfToken ?? body.current?.csrfToken ?? this.csrfToken;
  }
}

const asBytes: Parameters<request.Test['parse']>[0] = (stream, done) => {
  const pieces: Buffer[] = [];
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  stream.on('end', () => {
    done(null, Buffer.concat(pieces));
  });
};

/** The Set-Cookie lines of an answer. */
export function cookiesOf(answer: Response): readonly string[] {
  const lines: unknown = answer.headers['set-cookie'];
  return Array.isArray(lines) ? (lines as string[]) : [];
}
