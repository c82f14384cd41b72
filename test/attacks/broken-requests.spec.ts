import { once } from 'node:events';
import type { Socket } from 'node:net';
import { httpOffice } from '../support/http-app.js';
import { RawConnection } from '../support/raw-request.js';

const office = await httpOffice();
const server = office.app.getHttpServer();
const HOST = `Host: ${new URL(office.url).host}\r\n`;
const SIGN_IN = `POST /api/v1/sessions HTTP/1.1\r\n${HOST}Content-Type: application/json\r\n`;
const get = (target: string, headers = '') =>
  `GET ${target} HTTP/1.1\r\n${HOST}${headers}Connection: close\r\n\r\n`;
const long = 'a'.repeat(20_000);

/** Status and code of all that a server answers until it hangs up; one of each for every answer. */
async function answersTo(bytes: string): Promise<unknown[]> {
  const connection = await RawConnection.to(office.url);
  connection.write(Buffer.from(bytes, 'latin1'));
  return told(await connection.untilClosed());
}

function told(text: string): unknown[] {
  const statuses = [...text.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, status]) => Number(status));
  const codes = [...text.matchAll(/"code":"([^"]+)"/g)].map(([, code]) => code);
  return [...statuses, ...codes];
}

// Whatever the last test sent, others are served.
afterEach(async () => {
  const { status } = await office.caller().get('/api/v1/users');
  if (status !== 401) throw new Error(`the next one was answered ${String(status)}`);
});

describe('what is no request', () => {
  it.each([
    ['the first words of TLS', '\x16\x03\x01\x02\0\x01\0'],
    ['a request of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['a method nobody knows', `MAKAN / HTTP/1.1\r\n${HOST}\r\n`],
    ['two lengths', `${SIGN_IN}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}x`],
    ['one length twice', `${SIGN_IN}Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}`],
    ['a length, and pieces', `${SIGN_IN}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['pieces, and a length', `${SIGN_IN}Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n0\r\n\r\n`],
    ['pieces of another kind', `${SIGN_IN}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`],
    ['pieces that end otherwise', `${SIGN_IN}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`],
    ['a space before a colon', `${SIGN_IN}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n`],
    ['a length below nothing', `${SIGN_IN}Content-Length: -1\r\n\r\n{}`],
    ['a length with a sign', `${SIGN_IN}Content-Length: +2\r\n\r\n{}`],
    ['a piece without a length', `${SIGN_IN}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`],
    ['lines that end by half', `GET / HTTP/1.1\n${HOST}\n\n`],
    ['a header over two lines', get('/', 'X-A: a\r\n b\r\n')],
    ['a nought in a header', get('/', 'X-A: a\0b\r\n')],
    ['bytes that no address has', get('/tiad\xe9\xff')],
  ])('is said to be none, and nobody listens on: %s', async (_, bytes) => {
    expect(await answersTo(`${bytes}${get('/masuk')}`)).toEqual([400, 'http.broken']);
  });

  it.each([
    ['a header', get('/', `X-A: ${long}\r\n`), [431, 'http.head-too-large']],
    ['an address', get(`/${long}`), [431, 'http.head-too-large']],
    ['a query', get(`/masuk?lanjut=${long}`), [431, 'http.head-too-large']],
    [
      'what a piece says of itself',
      `${SIGN_IN}Transfer-Encoding: chunked\r\n\r\n2;${long}\r\n{}\r\n`,
      [413, 'http.too-large'],
    ],
  ])('is said to be too long: %s', async (_, bytes, answer) => {
    expect(await answersTo(bytes)).toEqual(answer);
  });

  it('is told in the words of every other refusal', async () => {
    const connection = await RawConnection.to(office.url);
    connection.write('bukan HTTP\r\n\r\n');
    const [head = '', body = ''] = (await connection.untilClosed()).split('\r\n\r\n');
    expect(head).toContain('Content-Type: application/problem+json; charset=utf-8\r\n');
    expect(head).toContain('Cache-Control: no-store\r\n');
    expect(JSON.parse(body)).toEqual({
      type: 'urn:honor-kader:masalah:http.broken',
      title: 'Permintaan tidak terbaca',
      status: 400,
      detail: expect.stringMatching(/^Permintaan ini bukan HTTP/) as unknown,
      code: 'http.broken',
      facts: {},
    });
  });

  it('behind a request that still waits is never taken for its answer', async () => {
    const text = await answersTo(`${get('/masuk').replace('Connection: close\r\n', '')}bukan HTTP\r\n\r\n`);
    expect(text.filter((part) => part === 400)).toEqual([]);
  });

  it.each([
    ['no host', 'GET /masuk HTTP/1.1\r\nConnection: close\r\n\r\n', [400]],
    ['a tunnel', `CONNECT penipu.test:443 HTTP/1.1\r\n${HOST}\r\n`, []],
  ])('ends at once: %s', async (_, bytes, answer) => {
    expect(await answersTo(bytes)).toEqual(answer);
  });
});

describe('an odd request', () => {
  it.each([
    [
      'every method but those of the route',
      `TRACE /api/v1/users HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`,
      404,
    ],
    ['an address that is a star', `OPTIONS * HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`, 404],
    ['a host that is none in its address', get('http://[/masuk'), 404],
    ['another scheme in its address', get('ftp://penipu.test/masuk'), 404],
    [
      'two thousand headers',
      get('/tiada', Array.from({ length: 2100 }, (_, i) => `a${String(i)}:b\r\n`).join('')),
      404,
    ],
    ['more fields than anybody has', get(`/masuk?${'a=1&'.repeat(3000)}b=1`), 422],
    ['fields within fields', get(`/masuk?lanjut${'[a]'.repeat(3000)}=1`), 422],
    ['the field of every object', get('/masuk?__proto__[isAdmin]=1'), 422],
    ['its maker', get('/masuk?constructor[prototype][x]=1'), 422],
    ['one field twice', get('/masuk?lanjut=/spp&lanjut=//penipu.test'), 422],
    [
      'an expectation nobody knows',
      `${SIGN_IN}Expect: mars\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`,
      422,
    ],
    ['a wish to speak otherwise', get('/tiada', 'Upgrade: websocket\r\n'), 404],
  ])('is answered like any other, with its security headers: %s', async (_, bytes, status) => {
    const connection = await RawConnection.to(office.url);
    connection.write(bytes);
    const text = await connection.untilClosed();
    expect(told(text)[0]).toBe(status);
    expect(text).toContain('Content-Type: application/problem+json');
    expect(text).toContain('Cache-Control: no-store\r\n');
    expect(({} as { isAdmin?: unknown }).isAdmin).toBeUndefined();
  });

  it('for the API takes no form, whatever host its address is written with', async () => {
    const body = 'username=ani&password=rahasia';
    const form = (target: string) =>
      `POST ${target} HTTP/1.1\r\n${HOST}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${String(body.length)}\r\nConnection: close\r\n\r\n${body}`;
    const [path, whole] = [
      await answersTo(form('/api/v1/sessions')),
      await answersTo(form(`${office.url}/api/v1/sessions`)),
    ];
    expect(path.slice(0, 2)).toEqual([422, 'http.field-invalid']);
    expect(whole).toEqual(path);
  });
});

describe('who sends without end', () => {
  const MEBIBYTE = 2 ** 20;
  const piece = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(MEBIBYTE, 'a'), Buffer.from('\r\n')]);

  it.each([
    ['data', '/api/v1/sessions', 'application/json', [413, 'http.too-large']],
    ['a form', '/masuk', 'application/x-www-form-urlencoded', [413, 'http.too-large']],
    ['what is not even read', '/tiada', 'text/plain', [404, 'http.no-route']],
  ])('is answered while still sending, and hung up on: %s', async (_, path, type, answer) => {
    const connection = await RawConnection.to(office.url);
    connection.write(
      `POST ${path} HTTP/1.1\r\n${HOST}Content-Type: ${type}\r\nTransfer-Encoding: chunked\r\n\r\n`,
    );
    await keepSending(connection);
    expect(told(await connection.untilClosed())).toEqual(answer);
  });

  it('a file is refused too', async () => {
    await office.people('ani', 'budi');
    await office.grant('ani', 'administrator', { kind: 'installation' });
    const ani = await office.signedIn('ani', { secondFactor: true });
    const connection = await RawConnection.to(office.url);
    const type = 'multipart/form-data; boundary=batas';
    const own = `Cookie: ${ani.cookie ?? ''}\r\nX-CSRF-Token: ${ani.csrfToken ?? ''}\r\nIdempotency-Key: tanpa-akhir\r\n`;
    const part = '--batas\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n';
    connection.write(
      `POST /api/v1/imports/regions HTTP/1.1\r\n${HOST}${own}Content-Type: ${type}\r\nTransfer-Encoding: chunked\r\n\r\n${part.length.toString(16)}\r\n${part}\r\n`,
    );
    await keepSending(connection);
    expect(told(await connection.untilClosed())).toEqual([413, 'http.too-large']);
  });

  it('is told before the first byte when it is announced', async () => {
    const connection = await RawConnection.to(office.url);
    connection.write(`${SIGN_IN}Content-Length: 10000000000\r\n\r\n{`);
    expect(told(await connection.untilClosed())).toEqual([413, 'http.too-large']);
  });

  async function keepSending({ socket }: RawConnection): Promise<void> {
    while (!socket.closed) {
      await new Promise((goOn) => socket.write(piece, goOn));
    }
  }
});

describe('who sends a letter at a time', () => {
  it('has twenty seconds for the head, and five minutes for all of it', () => {
    expect([server.headersTimeout, server.requestTimeout]).toEqual([20_000, 300_000]);
  });

  it.each([
    ['within the head', `GET /masuk HTTP/1.1\r\n${HOST}X-A: `],
    ['within the body', `${SIGN_IN}Content-Length: 100\r\n\r\n{"username":`],
  ])('is then told so, and hung up on: %s', async (_, bytes) => {
    const accepted = once(server, 'connection');
    const connection = await RawConnection.to(office.url);
    const [socket] = (await accepted) as [Socket];
    connection.write(bytes);
    // The server looks for the slow twice a minute; this is what it then says.
    server.emit(
      'clientError',
      Object.assign(new Error('slow'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }),
      socket,
    );
    expect(told(await connection.untilClosed())).toEqual([408, 'http.too-slow']);
  });
});
