import { plainDate } from '../../../src/core/shared/plain-date.js';
import { DelegationsService } from '../../../src/modules/approvals/delegations.service.js';
import { testApp } from '../../support/app.js';
import { SIGUNTUR } from '../../support/nagari.js';
import { anotherApp, aPayingNagari } from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';
import { aPerson, delegate } from '../../support/signatures.js';

const { app, url } = await testApp();
const other = await anotherApp(url);
const { operator, verifier, wali, treasurer } = await aPayingNagari(app);
const fitri = await aPerson(app, 'fitri', 'Kasi Pemerintahan');
const delegations = app.get(DelegationsService);

describe('a delegation', () => {
  it('is recorded by who gives it or another, with its paper, and revoked once', async () => {
    const added = await delegate(app, { from: wali, to: fitri, by: wali, basis: '  surat tugas  5/2026 ' });
    expect(added).toMatchObject({
      from: { name: 'Datuk Rajo' },
      to: { name: 'fitri fitri' },
      payer: SIGUNTUR,
      basis: 'surat tugas 5/2026',
      recordedBy: 'Datuk Rajo',
      isRevoked: false,
    });
    const revoked = await delegations.revoke(added.id, 'sudah kembali', operator);
    expect(revoked).toMatchObject({
      isRevoked: true,
      revokedBy: 'Ani Marlina',
      revokedReason: 'sudah kembali',
    });
    const again = () => delegations.revoke(added.id, 'sekali lagi', operator);
    expect(await refusalCodes(again)).toEqual(['approval.delegation-revoked-already']);
    expect(await delegations.list(SIGUNTUR)).toHaveLength(1);
  });

  it.each([
    ['by the delegate', { by: fitri }, 'approval.delegation-by-delegate'],
    ['to oneself', { to: wali }, 'approval.delegation-to-self'],
    ['without a paper', { basis: ' ' }, 'approval.delegation-blank'],
    ['without a reason', { reason: '' }, 'approval.delegation-blank'],
    ['for an unknown payer', { payer: '13.99' }, 'payment.payer-unknown'],
    [
      'that ends before it begins',
      { validTo: plainDate('2026-09-30') },
      'approval.delegation-dates-reversed',
    ],
  ])('is refused %s', async (_, change, code) => {
    expect(
      await refusalCodes(() => delegate(app, { from: wali, to: fitri, by: operator, ...change })),
    ).toEqual([code]);
  });

  it('is not revoked where there is none, nor listed for nobody', async () => {
    expect(await refusalCodes(() => delegations.revoke(999, 'x', operator))).toEqual([
      'approval.delegation-unknown',
    ]);
    expect(await refusalCodes(() => delegations.list('13.99'))).toEqual(['payment.payer-unknown']);
  });

  it('is given to one of two at the same moment, and makes no chain', async () => {
    const wishes = [
      { from: verifier, to: fitri },
      { from: fitri, to: treasurer },
      { from: verifier, to: treasurer },
    ];
    const outcomes = await Promise.all(
      wishes.map((wish, index) =>
        refusalCodes(() => delegate(index === 1 ? other : app, { ...wish, by: operator, step: 'verify' })),
      ),
    );
    const accepted = outcomes.filter((codes) => codes.length === 0).length;
    expect([1, 2]).toContain(accepted);
    const held = (await delegations.list(null)).filter(({ step }) => step === 'verify');
    const givers = held.map(({ from }) => from.id);
    expect(new Set(givers).size).toBe(givers.length);
    expect(held.filter(({ to }) => givers.includes(to.id))).toEqual([]);
  });
});
