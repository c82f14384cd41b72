import { DataSource } from 'typeorm';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { LedgerPeriodsService } from '../../../src/modules/ledger/ledger-periods.service.js';
import { LedgerVerificationService } from '../../../src/modules/ledger/ledger-verification.service.js';
import { testApp } from '../../support/app.js';
import { whileTampered } from '../../support/ledger-superuser.js';
import { addKader, SIGUNTUR } from '../../support/nagari.js';
import { AUGUST, aPayingNagari, calculate, JULY, sqlVerdict } from '../../support/payments.js';
import { refusalsOf } from '../../support/refusal.js';

const SEPTEMBER = serviceMonth('2026-09');
const OCTOBER = serviceMonth('2026-10');

const SEAL = `select ledger.seal((select max(id) from ledger.batch), sha256('raw'))`;
const ASKED = `insert into ledger.reopening_request (period, reason, requested_by, requested_at)
  values ('2026-07', 'x', 'eka', now())`;

const { app } = await testApp();
const office = await aPayingNagari(app);
const periods = app.get(LedgerPeriodsService);
const told = async (act: () => unknown) => (await refusalsOf(act)).map(({ code, facts }) => [code, facts]);

// A story: July is closed, a late kader of July is found, August is closed and reopened. The tests look back at it.
await calculate(app, office, [JULY]);
const tooEarly = await told(() => periods.close(OCTOBER, 'eka'));
const july = await periods.close(JULY, 'eka');
const julyAgain = await periods.close(JULY, 'eka');
const julyByAnother = await told(() => periods.close(JULY, 'budi'));
const skippingAugust = await told(() => periods.close(SEPTEMBER, 'eka'));
await addKader(app, office, { nik: '1310044101800003', name: 'Nurbaiti', nagari: SIGUNTUR });
await calculate(app, office, [JULY]);
const late = await lastBatch();
await periods.close(AUGUST, 'eka');
const notTheLast = await told(() => periods.askReopening(JULY, 'salah', 'eka'));
const withoutReason = await told(() => periods.askReopening(AUGUST, ' ', 'eka'));
const notAsked = await told(() => periods.confirmReopening(AUGUST, 'budi'));
await periods.askReopening(AUGUST, 'Kwitansi Agustus tertinggal', 'eka');
await periods.askReopening(AUGUST, 'Kwitansi Agustus tertinggal', 'eka');
const askedByAnother = await told(() => periods.askReopening(AUGUST, 'lain', 'budi'));
const byTheAsker = await told(() => periods.confirmReopening(AUGUST, 'eka'));
const august = await periods.confirmReopening(AUGUST, 'budi');
const augustAgain = await periods.confirmReopening(AUGUST, 'budi');
const openAlready = await told(() => periods.askReopening(AUGUST, 'lagi', 'eka'));

describe('the periods of the ledger', () => {
  it('close in order, each after its last day', () => {
    expect(tooEarly).toEqual([['ledger.period-not-over', { period: OCTOBER, lastDay: '2026-10-31' }]]);
    expect(july).toMatchObject({ kind: 7, period: JULY, position: 2n, actor: 'eka' });
    expect(skippingAugust).toEqual([['ledger.period-out-of-order', { period: SEPTEMBER, next: AUGUST }]]);
  });

  it('answer a repeated order of the same person with the first outcome', () => {
    expect(julyAgain).toEqual(july);
    expect(augustAgain).toEqual(august);
    expect(julyByAnother).toEqual([['ledger.period-already-closed', { period: JULY, closedThrough: JULY }]]);
  });

  it('take what comes late into the first open month, with the day it counts on', () => {
    expect(late).toEqual({ period: AUGUST, effectiveOn: '2026-07-31' });
  });

  it('are reopened by a second person, with a reason, the last one first', () => {
    expect(notTheLast).toEqual([['ledger.period-not-last', { period: JULY, closedThrough: AUGUST }]]);
    expect(withoutReason).toEqual([['ledger.reason-needed', { period: AUGUST }]]);
    expect(notAsked).toEqual([['ledger.reopening-not-asked', { period: AUGUST }]]);
    expect(askedByAnother).toEqual([['ledger.reopening-asked', { period: AUGUST, requester: 'eka' }]]);
    expect(byTheAsker).toEqual([['ledger.reopening-own', { period: AUGUST, requester: 'eka' }]]);
    expect(august).toMatchObject({ kind: 8, requestedBy: 'eka', actor: 'budi', position: 5n });
    expect(openAlready).toEqual([['ledger.period-not-closed', { period: AUGUST }]]);
  });

  it('leave a chain that verifies', async () => {
    const verification = await app.get(LedgerVerificationService).verify();
    expect(verification).toMatchObject({ verified: true, problems: [], batches: 5 });
    const steps = await periods.steps();
    expect(steps.map(({ kind, period }) => [kind, period])).toEqual([
      [7, JULY],
      [7, AUGUST],
      [8, AUGUST],
    ]);
  });
});

describe('a step of a period', () => {
  it('whose key is taken by something else is refused, not a fault of the program', async () => {
    const taken = `update ledger.batch set idempotency_key = 'period/2026-08/4' where id = 1`;
    const verdict = await whileTampered(app, [taken], () => told(() => periods.close(AUGUST, 'eka')));
    expect(verdict).toEqual([['ledger.key-reused', { key: 'period/2026-08/4' }]]);
  });
});

describe('the periods refuse in raw SQL', () => {
  it.each([
    ['a posting into a closed month', [rawBatch(1, '2026-07', '2026-07-31')], '23514'],
    ['a posting reported before it counts', [rawBatch(1, '2026-08', '2026-09-30')], '23514'],
    ['a closing out of order', [rawBatch(7, '2026-10', '2026-10-31')], '23514'],
    ['a reopening that is not of the last', [rawBatch(8, '2026-06', '2026-06-30')], '23514'],
    ['a closing without a statement', [rawBatch(7, '2026-08', '2026-08-31'), SEAL], '23514'],
    ['a changed statement', [`update ledger.closing set requested_by = 'budi'`], '42501'],
    ['a changed request', [`update ledger.reopening_request set reason = 'x'`], '42501'],
    [
      'a posting on an old snapshot',
      ['set transaction isolation level repeatable read', rawBatch(1, '2026-08', '2026-08-31')],
      '25001',
    ],
    ['a reopening by one person', [rawBatch(8, '2026-07', '2026-07-31'), ASKED, stated('eka')], '23514'],
    ['a reopening that nobody asked for', [rawBatch(8, '2026-07', '2026-07-31'), stated('budi')], '23514'],
  ])('%s', async (_, statements, verdict) => {
    expect(await sqlVerdict(app, ...statements)).toBe(verdict);
  });
});

/** A batch opened by eka. */
function rawBatch(kind: number, period: string, effectiveOn: string): string {
  return `insert into ledger.batch (kind, effective_on, period, idempotency_key, recorded_at, actor)
    values (${String(kind)}, '${effectiveOn}', '${period}', 'raw', now(), 'eka')`;
}

/** The statement of the newest batch, asked for by this person. */
function stated(requestedBy: string): string {
  return `insert into ledger.closing
    select max(batch.id), 'x', '${requestedBy}', (select max(id) from ledger.reopening_request), sha256('')
    from ledger.batch`;
}

async function lastBatch(): Promise<unknown> {
  const rows: unknown[] = await app
    .get(DataSource)
    .query(`select period, effective_on as "effectiveOn" from ledger.batch order by position desc limit 1`);
  return rows[0];
}
