import { httpNagari } from '../support/http-nagari.js';
import { SIGUNTUR, SITIUNG } from '../support/nagari.js';
import { aPaidQuarter, lowerTheRate } from '../support/overpayments.js';
import { calculate } from '../support/payments.js';

const nagari = await httpNagari(async (app) => {
  const { office, quarter } = await aPaidQuarter(app);
  await lowerTheRate(app, office, 50_000);
  await calculate(app, office, quarter);
  return office;
});
const { client, treasurer, wali, verifier } = nagari;
const siti = await nagari.member('siti', 'administrator');
const tono = await nagari.member('tono', 'administrator');
const rina = await nagari.member('rina', 'auditor', '13.10');
const outsider = await nagari.member('yeni', 'treasurer', SITIUNG);

const refusal = async (...sent: Parameters<typeof client.send>) => {
  const answer = await client.send(...sent);
  return `${String(answer.status)} ${(answer.body as { code?: string }).code ?? ''}`;
};

describe('what was paid too much, over HTTP', () => {
  it('is found, opened, paid back by a plan of two people, and in cash', async () => {
    const found = await client.call<{ items: object[] }>(treasurer, 'Overpayments.unopened', {
      query: { payer: SIGUNTUR },
    });
    expect(found.items).toHaveLength(2);
    const { items } = await client.call<{ items: { id: number; rest: number }[] }>(
      treasurer,
      'Overpayments.open',
      { body: { payer: SIGUNTUR, kader: 1 } },
    );
    expect(items).toMatchObject([{ id: 1, rest: 75_000, nik: expect.stringContaining('*') as string }]);
    const path = { id: 1 };
    const body = { instalment: 25_000, from: '2026-11', mode: 'cash', document: 'Surat 1/2026' };
    const seen = async () => {
      const { headers } = await treasurer.get('/api/v1/overpayments/1');
      return { path, headers: { 'If-Match': String(headers.etag) } };
    };
    expect(await client.call(treasurer, 'Overpayments.agree', { ...(await seen()), body })).toMatchObject({
      instalments: [{ due: '2026-11' }, { due: '2026-12' }, { due: '2027-01' }],
    });
    expect(await client.call(wali, 'Overpayments.confirm', await seen())).toMatchObject({
      plan: { confirmer: 'Datuk Rajo' },
    });
    const cash = { amount: 25_000, on: '2026-10-05', receipt: 'K-1' };
    const received = await client.call(treasurer, 'Overpayments.receive', { ...(await seen()), body: cash });
    expect(received).toMatchObject({ isNew: true, rest: 50_000 });
    expect(await client.call(verifier, 'Overpayments.show', { path })).toMatchObject({
      cash: 25_000,
      receipts: [{ receipt: 'K-1' }],
    });
  });

  it('is nobody else’s', async () => {
    const path = { id: 1 };
    expect(await refusal(outsider, 'Overpayments.show', { path })).toBe('404 overpayment.unknown');
    const body = { amount: 1, on: '2026-10-05', receipt: 'K-2' };
    const headers = { 'If-Match': '"basi"' };
    expect(await refusal(outsider, 'Overpayments.receive', { path, body, headers })).toBe(
      '404 overpayment.unknown',
    );
    const noDay = { amount: 1, on: '2026-02-30', receipt: 'K-2' };
    const { status } = await treasurer.post('/api/v1/overpayments/1/receipts', noDay, headers);
    expect(status).toBe(422);
  });
});

describe('books and ledger over HTTP', () => {
  it('are drawn as data and on paper, as at a position too', async () => {
    const query = { payer: SIGUNTUR, month: '2026-10' };
    for (const book of ['general', 'bank', 'tax', 'activity', 'closing'])
      await client.call(treasurer, `Books.${book}`, { query });
    const { position } = await client.call<{ position: string }>(treasurer, 'Books.card', {
      path: { kader: 1 },
    });
    await client.call(treasurer, 'Books.realisation', { query: { year: 2026, payer: SIGUNTUR } });
    const drawn = { payer: SIGUNTUR, atPosition: position, as: 'pdf' };
    const paper = await client.send(treasurer, 'Books.trialBalance', { query: drawn });
    expect([paper.type, String(paper.headers['content-disposition'])]).toEqual([
      'application/pdf',
      'attachment; filename="neraca.pdf"',
    ]);
    expect(await refusal(outsider, 'Books.card', { path: { kader: 1 } })).toBe('404 book.kader-unknown');
  });

  it('prove a payment to whoever may see it', async () => {
    const query = { kader: 1, request: 1 };
    expect(await client.call(treasurer, 'Proofs.ofPayment', { query })).toMatchObject({
      text: expect.stringContaining('HKP:') as string,
    });
    const picture = await client.send(treasurer, 'Proofs.ofPayment', { query: { ...query, as: 'svg' } });
    expect(picture.type).toBe('image/svg+xml');
    expect(await refusal(outsider, 'Proofs.ofPayment', { query })).toMatch(/^404 /);
  });

  it('hold: verified, anchored, and equal to the budget lines', async () => {
    const { data } = await client.call<{ data: { head: string } }>(siti, 'Ledger.anchor');
    const verified = await client.call(siti, 'Ledger.verify', { query: { anchor: data.head } });
    expect(verified).toMatchObject({ data: { verified: true } });
    await client.call(rina, 'Ledger.balance', { query: { atPosition: '1' } });
    expect(await client.call(rina, 'YearEnd.prove')).toMatchObject({ data: { proven: true } });
  });

  it('close for a month, and open again by two people', async () => {
    const body = { month: '2026-09' };
    expect(await client.call(siti, 'Periods.close', { body })).toMatchObject({ step: 'closing' });
    await client.call(siti, 'Periods.askReopening', { body: { ...body, reason: 'salah tutup' } });
    expect(await refusal(siti, 'Periods.reopen', { body })).toBe('403 ledger.reopening-own');
    expect(await client.call(tono, 'Periods.reopen', { body })).toMatchObject({ requestedBy: 'siti' });
    const { items } = await client.call<{ items: object[] }>(treasurer, 'Periods.list');
    expect(items).toHaveLength(2);
  });

  it('tell what is not funded, and what the end of the year makes of it', async () => {
    await client.call(treasurer, 'Reports.unfunded', { query: { payer: SIGUNTUR } });
    await client.call(treasurer, 'Reports.yearEnd', { query: { payer: SIGUNTUR, year: 2026 } });
    const xlsx = await client.send(treasurer, 'Reports.arrears', { query: { by: 'nagari', as: 'xlsx' } });
    expect(xlsx.type).toContain('spreadsheetml');
    const body = { payer: SIGUNTUR, year: 2026, basis: 'BA 1/2026' };
    expect(await refusal(treasurer, 'YearEnd.close', { body })).toMatch(/^4\d\d funding\./);
  });
});
