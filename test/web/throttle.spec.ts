import type { Request, Response } from 'express';
import { readHttpConfiguration } from '../../src/platform/http-configuration.js';
import { Throttle } from '../../src/web/throttle.js';
import { httpOffice } from '../support/http-app.js';
import { refusalCodes } from '../support/refusal.js';

const HONOR_REQUESTS_PER_ADDRESS = '40';
const HONOR_REQUESTS_PER_PERSON = '5';
const { limits } = readHttpConfiguration({ HONOR_REQUESTS_PER_ADDRESS, HONOR_REQUESTS_PER_PERSON });
const office = await httpOffice({ limits });
await office.people('ani', 'budi');
const current = '/api/v1/sessions/current';

describe('requests that come too often', () => {
  it('are held back by person first, then by address, and each answer says how long', async () => {
    const [ani, budi] = [await office.signedIn('ani'), await office.signedIn('budi')];
    let answer = await ani.get(current);
    for (let sent = 1; sent <= limits.perPerson; sent += 1) answer = await ani.get(current);
    expect([answer.status, answer.body]).toMatchObject([429, { code: 'http.too-often' }]);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect((await budi.get(current)).status).toBe(200);

    const stranger = office.caller();
    let refused = await stranger.get('/api/openapi.json');
    for (let sent = 1; sent <= limits.perAddress && refused.status === 200; sent += 1) {
      refused = await stranger.get('/api/openapi.json');
    }
    expect([refused.status, refused.body]).toMatchObject([429, { code: 'http.too-often' }]);
    expect(refused.type).toBe('application/problem+json');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await budi.get(current)).status).toBe(429);
  });

  it('are limited as the environment says', async () => {
    expect(limits).toEqual({ perAddress: 40, perPerson: 5 });
    expect(readHttpConfiguration({}).limits).toEqual({ perAddress: 600, perPerson: 600 });
    for (const wrong of ['0', '100000', 'x', '-1']) {
      const environment = { HONOR_REQUESTS_PER_PERSON: wrong };
      expect(await refusalCodes(() => readHttpConfiguration(environment))).toEqual(['configuration.invalid']);
    }
  });
});

it('counts a /64 of IPv6 as one address', async () => {
  const { byAddress } = new Throttle({ perAddress: 2, perPerson: 1 });
  const sent = (ip: string) =>
    new Promise((resolve) => {
      byAddress({ ip } as Request, {} as Response, resolve);
    });
  expect([await sent('2001:db8::1'), await sent('2001:db8::2')]).toEqual([undefined, undefined]);
  expect(await sent('2001:db8::3')).toMatchObject({ code: 'http.too-often' });
  expect(await sent('2001:db8:0:1::3')).toBeUndefined();
});
