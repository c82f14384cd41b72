import { Clock, type SteppedClock } from '../../src/platform/clock.js';
import { httpNagari } from '../support/http-nagari.js';
import { SIGUNTUR, SITIUNG } from '../support/nagari.js';
import { aPayingNagari, calculate } from '../support/payments.js';
import { DECEMBER, FEBRUARY_1, NOVEMBER } from '../support/year-end.js';

const BASIS = { number: 'Perbup 3/2027', date: '2027-01-20', title: 'Utang honor kader 2026' };
const CLOSING = { payer: SIGUNTUR, year: 2026, basis: 'BA 1/2026' };
const MONTHS = ['2026-11', '2026-12'];

interface Drafted {
  readonly request: { readonly id: number; readonly number: string };
}

const nagari = await httpNagari(async (app) => {
  app.get<SteppedClock>(Clock).moveTo(FEBRUARY_1);
  const office = await aPayingNagari(app);
  await calculate(app, office, [NOVEMBER, DECEMBER]);
  return office;
});
const { client, operator, verifier, wali, treasurer } = nagari;
const auditor = await nagari.member('rina', 'auditor', '13.10');
const outsider = await nagari.member('yeni', 'treasurer', SITIUNG);

const refusal = async (...sent: Parameters<typeof client.send>) => {
  const answer = await client.send(...sent);
  return `${String(answer.status)} ${(answer.body as { code?: string }).code ?? ''}`;
};
const draftOf = (change: object = {}) => ({ body: { payer: SIGUNTUR, months: MONTHS, ...change } });
const debtOf = (label: string) => draftOf({ priorYear: { label, fiscalYear: 2027, basis: BASIS } });
const proven = async () => (await client.call<{ data: object }>(auditor, 'YearEnd.prove')).data;

/** Takes a step as somebody who has just looked at the request. */
async function step(caller: typeof operator, operation: string, id: number): Promise<object> {
  const path = { id };
  const seen = await client.send(caller, 'Requests.show', { path });
  const headers = { 'If-Match': String(seen.headers.etag) };
  return client.call(caller, operation, { path, headers, ...(caller !== operator && { body: {} }) });
}

describe('the end of a fiscal year over HTTP', () => {
  it('is closed by the treasurer of the payer, once: ceilings lapse, honor stays owed', async () => {
    expect(await refusal(operator, 'YearEnd.close', { body: CLOSING })).toBe('403 access.no-role');
    expect(await refusal(outsider, 'YearEnd.close', { body: CLOSING })).toBe('403 access.out-of-scope');
    const closed = {
      ...CLOSING,
      on: '2027-02-01',
      lines: [
        { source: `${SIGUNTUR}/DDS/2026`, ceiling: 1_000_000, spent: 0, lapsed: 1_000_000, debt: 200_000 },
        { source: `${SIGUNTUR}/ADN/2026`, ceiling: 1_000_000, spent: 0, lapsed: 1_000_000, debt: 100_000 },
      ],
    };
    expect(await client.call(treasurer, 'YearEnd.close', { body: CLOSING })).toEqual({
      ...closed,
      isNew: true,
    });
    expect(await client.call(treasurer, 'YearEnd.close', { body: CLOSING })).toEqual({
      ...closed,
      isNew: false,
    });
    expect(await refusal(treasurer, 'YearEnd.close', { body: { ...CLOSING, basis: 'BA 2/2026' } })).toMatch(
      /^409 /,
    );
    expect(await proven()).toMatchObject({ proven: true, problems: [] });
  });

  it('is over: an ordinary request names the way of debts', async () => {
    expect(await refusal(operator, 'Requests.draft', draftOf())).toBe('409 payment.prior-year-needed');
  });
});

describe('the debt of a closed year over HTTP', () => {
  it('is asked for out of a line of this year that was opened for it', async () => {
    const header =
      'KODE PEMBAYAR;NAMA PEMBAYAR;KODE WILAYAH;SUMBER DANA;TAHUN ANGGARAN;KODE KEGIATAN;KODE REKENING;PAGU;DASAR HUKUM';
    const row = `${SIGUNTUR};${SIGUNTUR};${SIGUNTUR};UTANG;2027;2.2.02;5.2.2.03;500000;DPA 1/2027`;
    const file = { name: 'dana.csv', content: [header, row].join('\n') };
    expect(await client.call(treasurer, 'Imports.fundingFile', { file })).toMatchObject({
      applied: true,
      created: 1,
    });
    expect(await refusal(operator, 'Requests.draft', debtOf('UTANG'))).toBe('409 payment.debt-line-unmarked');
    const body = { payer: SIGUNTUR, label: 'UTANG', fiscalYear: 2027, basis: BASIS };
    const mark = { source: `${SIGUNTUR}/UTANG/2027`, basis: BASIS };
    expect(await client.call(treasurer, 'YearEnd.mark', { body })).toEqual({ ...mark, isNew: true });
    expect(await client.call(treasurer, 'YearEnd.mark', { body })).toEqual({ ...mark, isNew: false });
    expect(await refusal(operator, 'Requests.draft', debtOf('TIADA'))).toBe('404 funding.source-missing');
  });

  it('is drafted, paid and in the books like any other', async () => {
    const { request } = await client.call<Drafted>(operator, 'Requests.draft', debtOf('UTANG'));
    expect(request).toMatchObject({
      ...{ kind: 'prior-year', basis: BASIS, months: MONTHS, kaderCount: 2 },
      ...{ number: `0001/SPP-UTANG-2026/${SIGUNTUR}/2027`, gross: 300_000, net: 300_000 },
    });
    await step(operator, 'Requests.submit', request.id);
    // That it pays an earlier year is always asked about.
    const answer = {
      path: { id: request.id, finding: 1 },
      body: { text: 'Cocok dengan DPA dan Perbup aslinya.' },
    };
    await client.call(operator, 'Controls.answer', answer);
    await step(verifier, 'Requests.verify', request.id);
    await step(wali, 'Requests.approve', request.id);
    expect(await step(treasurer, 'Requests.release', request.id)).toMatchObject({ state: 'disbursing' });
    const { items } = await client.call<{ items: object[] }>(treasurer, 'Funding.list', {
      query: { payer: SIGUNTUR },
    });
    expect(items).toContainEqual(
      expect.objectContaining({ label: 'UTANG', fiscalYear: 2027, spent: 300_000 }),
    );
    expect(await proven()).toMatchObject({ proven: true, problems: [] });
  });
});
