import { httpNagari } from '../support/http-nagari.js';
import { SIGUNTUR } from '../support/nagari.js';
import { calculate, JULY } from '../support/payments.js';
import { bandsDocument } from '../support/signatures.js';

const nagari = await httpNagari();
const { app, client, operator, verifier, wali, treasurer } = nagari;
await nagari.asSystem(() => calculate(app, nagari.people, [JULY]));
const camat = await nagari.member('gusti', 'pokjanal');

const refusal = async (...sent: Parameters<typeof client.send>) => {
  const answer = await client.send(...sent);
  return `${String(answer.status)} ${(answer.body as { code?: string }).code ?? ''}`;
};

async function versionOf(id: number): Promise<{ 'If-Match': string }> {
  const seen = await client.send(operator, 'Requests.show', { path: { id } });
  return { 'If-Match': String(seen.headers.etag) };
}

describe('a request whose amount asks for more', () => {
  it('is drafted within its ceiling, submitted with the list of the nagari, and countersigned', async () => {
    const file = { name: 'jenjang.yaml', content: JSON.stringify(bandsDocument()) };
    expect(await client.call(camat, 'ApprovalBands.import', { file })).toMatchObject({ isNew: true });
    const draft = { payer: SIGUNTUR, months: ['2026-07'], number: 'SPP-7', withinBudget: true };
    const drafted = await client.call<{ request: { id: number } }>(operator, 'Requests.draft', {
      body: draft,
    });
    expect(drafted).toMatchObject({ request: { number: 'SPP-7', kind: 'current' }, leftOut: [] });
    const path = { id: drafted.request.id };
    const torn = { name: 'klaim.csv', content: 'NAMA;JUMLAH\nYusnidar;x' };
    const headers = await versionOf(path.id);
    expect(await client.call(operator, 'Claims.submit', { path, headers, file: torn })).toMatchObject({
      applied: false,
    });
    await client.call(operator, 'Requests.submit', { path, headers });
    expect(await client.call(operator, 'Countersignatures.list', { path })).toMatchObject({
      isFrozen: true,
      awaited: [{ function: 'Camat', step: 'release', given: 0 }],
    });
    await client.call(operator, 'Countersignatures.cashOf', { path });
    await client.call(verifier, 'Requests.verify', { path, headers: await versionOf(path.id), body: {} });
    await client.call(wali, 'Requests.approve', { path, headers: await versionOf(path.id), body: {} });
    const release = { path, headers: await versionOf(path.id), body: {} };
    expect(await refusal(treasurer, 'Requests.release', release)).toBe('409 approval.signatures-missing');
    const signed = { path, headers: await versionOf(path.id), body: { as: 'Camat' } };
    expect(await refusal(verifier, 'Countersignatures.countersign', signed)).toMatch(/^403 payment\./);
    expect(await client.call(camat, 'Countersignatures.countersign', signed)).toMatchObject({
      awaited: [{ function: 'Camat', given: 1 }],
    });
    await client.call(operator, 'Declarations.list');
  });
});

describe('papers about money over HTTP', () => {
  it('tell by which rules honor is owed and cut', async () => {
    const { items } = await client.call<{ items: { code: string }[] }>(operator, 'HonorPolicies.list');
    const path = { code: items[0]?.code ?? '' };
    const query = { before: 1, after: 1 };
    expect(await client.call(operator, 'HonorPolicies.difference', { path, query })).toEqual({ items: [] });
    await client.call(operator, 'TaxPapers.list');
    await client.call(operator, 'ApprovalBands.list');
  });

  it('say whom the tax office knows, and refuse numbers that cannot be', async () => {
    const npwp = '0012345678901000';
    const body = { payer: SIGUNTUR, npwp, nitku: `${npwp}000000`, name: 'Nagari', from: '2026-01-01' };
    expect(await client.call(treasurer, 'TaxPapers.set', { body })).toMatchObject({ isNew: true });
    const wrong = { body: { ...body, npwp: '12' } };
    expect(await refusal(treasurer, 'TaxPapers.set', wrong)).toMatch(/^422 /);
    expect(await client.call(treasurer, 'TaxPapers.known')).toMatchObject({ items: [{ name: 'Nagari' }] });
    const slips = { payer: SIGUNTUR, period: '2026-10', format: 'csv' };
    expect(await refusal(operator, 'TaxPapers.write', { body: slips })).toBe('403 access.no-role');
  });

  it('take down what kader declare, by the number of the kader', async () => {
    const path = { kader: 1 };
    const declared = { path, body: { body: 'Nagari Sitiung', what: 'perangkat', from: '2026-01-01' } };
    expect(await client.call(operator, 'Declarations.declare', declared)).toMatchObject({ to: null });
  });

  it('open a line for debts of a closed year by its decree', async () => {
    const basis = { number: 'Perbup 3/2027', date: '2027-01-20', title: 'Utang honor kader 2026' };
    const body = { payer: SIGUNTUR, label: 'DDS', fiscalYear: 2026, basis };
    expect(await client.call(treasurer, 'YearEnd.mark', { body })).toMatchObject({ isNew: true });
    expect(await refusal(wali, 'YearEnd.mark', { body })).toBe('403 access.no-role');
  });
});
