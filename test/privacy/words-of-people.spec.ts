import { serviceMonth } from '../../src/core/shared/service-month.js';
import { RoleGrantsService } from '../../src/modules/access/role-grants.service.js';
import { DelegationsService } from '../../src/modules/approvals/delegations.service.js';
import { LedgerPeriodsService } from '../../src/modules/ledger/ledger-periods.service.js';
import { OverpaymentPlansService } from '../../src/modules/overpayments/overpayment-plans.service.js';
import { OverpaymentsService } from '../../src/modules/overpayments/overpayments.service.js';
import { noteOf } from '../../src/modules/payment-requests/request-signatures.js';
import { testApp } from '../support/app.js';
import { SIGUNTUR } from '../support/nagari.js';
import { aPaidQuarter, lowerTheRate } from '../support/overpayments.js';
import { calculate } from '../support/payments.js';
import { ask } from '../support/session.js';
import { aPerson, delegate } from '../support/signatures.js';

const NIK = '1310044501850001';
const told = (what: string) => `${what}, NIK ${NIK}`;
const kept = (what: string) => `${what}, NIK ************0001`;

const { app, url } = await testApp();
const { office, quarter } = await aPaidQuarter(app);
const { wali, operator, verifier, treasurer } = office;
const fitri = await aPerson(app, 'fitri', 'Kasi Pemerintahan');

describe('of a NIK in the words of an official only the end is kept', () => {
  it('in why somebody signs for another, and why no longer', async () => {
    const papers = { basis: told('surat tugas 5/2026'), reason: told('sakit') };
    const added = await delegate(app, { from: wali, to: fitri, by: wali, ...papers });
    expect(added).toMatchObject({ basis: kept('surat tugas 5/2026'), reason: kept('sakit') });
    const revoked = await app.get(DelegationsService).revoke(added.id, told('sembuh'), wali);
    expect(revoked.revokedReason).toBe(kept('sembuh'));
  });

  it('in why somebody has a role, and why no longer', async () => {
    const roles = app.get(RoleGrantsService);
    const scope = { kind: 'region', code: SIGUNTUR } as const;
    const wish = { user: fitri, role: 'operator', scope, basis: told('SK 5/2026'), by: wali };
    const grant = await roles.grant(wish);
    expect(grant.basis).toBe(kept('SK 5/2026'));
    await roles.revoke(grant.id, told('pindah'), wali);
    expect(await ask(url, 'select revoke_reason from role_grant where revoke_reason is not null')).toEqual([
      kept('pindah'),
    ]);
  });

  it('in the paper of a plan to give back', async () => {
    await lowerTheRate(app, office, 50_000);
    await calculate(app, office, quarter);
    const [found] = await app.get(OverpaymentsService).open(SIGUNTUR, undefined, operator);
    const wish = { instalment: 30_000n, from: serviceMonth('2026-10'), mode: 'cash' } as const;
    const { plan } = await app
      .get(OverpaymentPlansService)
      .propose(found?.number ?? '', { ...wish, document: told('Surat 5') }, operator);
    expect(plan.document).toBe(kept('Surat 5'));
  });

  it('in a remark to a step or a signature', () => {
    expect(noteOf(told(' ganti rekening'))).toBe(kept('ganti rekening'));
  });

  it('in why a month is opened again, also in the chain', async () => {
    const periods = app.get(LedgerPeriodsService);
    const month = serviceMonth('2025-12');
    await periods.close(month, treasurer.username);
    await periods.askReopening(month, told('tertinggal'), treasurer.username);
    const reopened = await periods.confirmReopening(month, verifier.username);
    expect(reopened.reason).toBe(kept('tertinggal'));
  });
});
