import type { Caller } from '../support/caller.js';
import { setUpSecondFactor } from '../support/http-app.js';
import { httpNagari } from '../support/http-nagari.js';
import { addFunding, SIGUNTUR, SITIUNG } from '../support/nagari.js';
import { aDraft, takeSteps } from '../support/payments.js';

const nagari = await httpNagari();
const { app, client, wali } = nagari;
const number = await nagari.asSystem(async () => {
  const drafted = await aDraft(app, nagari.people);
  await takeSteps(app, nagari.people, drafted, 'verify');
  return drafted;
});
const { items } = await client.call<{ items: { id: number; number: string }[] }>(wali, 'Requests.list');
const path = { id: items.find((one) => one.number === number)?.id ?? 0 };
await nagari.people('hana', 'wira');
await nagari.grant('wira', 'approver', { kind: 'region', code: SITIUNG });
await nagari.people('fitri');
const fitri = await nagari.signedIn('fitri');
const gita = await nagari.member('gita', 'approver', SITIUNG);

const order = { from: 'datuk', step: 'approve', payer: SIGUNTUR, basis: 'ST 5/2026', reason: 'cuti' };
const days = (validFrom: string, validTo = validFrom) => ({ validFrom, validTo });
const delegated = (wish: object) =>
  client.call<{ id: number }>(wali, 'Delegations.add', { body: { ...order, ...wish } });
const codeOf = ({ status, body }: { status: number; body: unknown }) =>
  `${String(status)} ${(body as { code?: string }).code ?? ''}`;

async function approve(caller: Caller, body: object): Promise<string> {
  const seen = await client.send(caller, 'Requests.show', { path });
  const headers = { 'If-Match': seen.status === 200 ? String(seen.headers.etag) : '"tiada"' };
  return codeOf(await client.send(caller, 'Requests.approve', { path, headers, body }));
}

describe('somebody who acts for another over HTTP', () => {
  it('without a delegation sees nothing and takes no step', async () => {
    expect(codeOf(await client.send(fitri, 'Requests.show', { path }))).toBe('403 access.no-role');
    expect(await approve(fitri, { onBehalfOf: 'datuk' })).toBe('403 access.no-role-or-mandate');
  });

  it('may not before it begins or after it ended', async () => {
    const past = await delegated({ to: 'fitri', ...days('2026-10-01', '2026-10-04') });
    await delegated({ to: 'fitri', ...days('2026-10-07') });
    expect(past).toMatchObject({ from: 'Datuk Rajo', to: 'fitri', capacity: 'plh', revokedAt: null });
    expect(await approve(fitri, { onBehalfOf: 'datuk' })).toBe('403 access.no-role-or-mandate');
    expect(codeOf(await client.send(fitri, 'Requests.show', { path }))).toBe('403 access.no-role');
  });

  it('learns of no user name by asking for a request that is not hers', async () => {
    for (const onBehalfOf of ['datuk', 'tiada'])
      expect(await approve(gita, { onBehalfOf })).toBe('404 payment.request-unknown');
    const elsewhere = { ...order, ...days('2026-10-05'), payer: SIGUNTUR, from: 'tiada', to: 'fitri' };
    expect(codeOf(await client.send(gita, 'Delegations.add', { body: elsewhere }))).toBe(
      '403 access.out-of-scope',
    );
  });

  it('may no more once it is revoked', async () => {
    const { id } = await delegated({ to: 'gita', ...days('2026-10-05') });
    expect((await client.send(gita, 'Requests.show', { path })).status).toBe(200);
    const revoked = await client.call(wali, 'Delegations.revoke', {
      path: { id },
      body: { reason: 'batal cuti' },
    });
    expect(revoked).toMatchObject({ revokedBy: 'Datuk Rajo', revokedReason: 'batal cuti' });
    expect(codeOf(await client.send(gita, 'Requests.show', { path }))).toBe('404 payment.request-unknown');
    expect(await approve(gita, { onBehalfOf: 'datuk' })).toBe('404 payment.request-unknown');
  });

  it('gains nothing by a delegation of somebody who may not herself', async () => {
    await delegated({ from: 'wira', to: 'gita', ...days('2026-10-05') });
    expect(await approve(gita, { onBehalfOf: 'wira' })).toBe('404 payment.request-unknown');
  });

  it('wants a second factor, and may not here what is delegated for another payer', async () => {
    const siti = await nagari.member('siti', 'treasurer', SITIUNG);
    await nagari.asSystem(() => addFunding(app, nagari.people, SITIUNG, 1_000_000n));
    const wish = { ...order, from: 'wira', to: 'fitri', payer: SITIUNG, ...days('2026-10-05') };
    await client.call(siti, 'Delegations.add', { body: wish });
    expect(codeOf(await client.send(fitri, 'Requests.show', { path }))).toBe('404 payment.request-unknown');
    expect(await approve(fitri, { onBehalfOf: 'wira' })).toBe('403 access.second-factor');
    await setUpSecondFactor(fitri, nagari.clock);
    expect(await approve(fitri, { onBehalfOf: 'wira' })).toBe('404 payment.request-unknown');
  });

  it('does it in the name of whoever is away, and in no other', async () => {
    await delegated({ to: 'fitri', ...days('2026-10-05') });
    expect(await approve(fitri, {})).toBe('403 access.no-role-or-mandate');
    expect(await approve(fitri, { onBehalfOf: 'hana' })).toBe('403 access.no-role-or-mandate');
    for (const operation of ['Overpayments.list', 'Funding.list', 'Delegations.list']) {
      expect(codeOf(await client.send(fitri, operation))).toBe('403 access.no-role');
    }
    expect(await approve(fitri, { onBehalfOf: 'datuk', note: 'Sudah diperiksa.' })).toBe('200 ');
    const { steps } = await client.call<{ steps: object[] }>(wali, 'Requests.show', { path });
    expect(steps.at(-1)).toMatchObject({
      to: 'approved',
      takenBy: 'fitri',
      reason: 'Sudah diperiksa.',
      mandate: { principal: 'Datuk Rajo', basis: 'ST 5/2026' },
    });
  });

  it('cannot take another step of the same request', async () => {
    await delegated({ from: 'eka', to: 'fitri', step: 'release', ...days('2026-10-05') });
    const seen = await client.send(fitri, 'Requests.show', { path });
    const wish = { path, headers: { 'If-Match': String(seen.headers.etag) }, body: { onBehalfOf: 'eka' } };
    expect(codeOf(await client.send(fitri, 'Requests.release', wish))).toMatch(/^403 payment\./);
  });

  it('is listed with what holds and what was revoked', async () => {
    const { items: all } = await client.call<{ items: object[] }>(wali, 'Delegations.list', {
      query: { payer: SIGUNTUR },
    });
    expect(all).toHaveLength(6);
  });
});
