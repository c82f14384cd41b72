import { plainDate } from '../../../src/core/shared/plain-date.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { LedgerService } from '../../../src/modules/ledger/ledger.service.js';
import { RemittancesService } from '../../../src/modules/deductions/remittances.service.js';
import { testApp } from '../../support/app.js';
import { importTaxFacts, remit } from '../../support/deductions.js';
import { chooseDeductions, SIGUNTUR, SITIUNG } from '../../support/nagari.js';
import {
  aDraft,
  anotherApp,
  aPayingNagari,
  sqlVerdictForApplication,
  takeSteps,
} from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';

const { app, url, clock } = await testApp();
const other = await anotherApp(url);
const office = await aPayingNagari(app);
await chooseDeductions(app, office.operator.id, SIGUNTUR, ['pph21-bukan-pegawai', 'bpjs-nagari']);
await importTaxFacts(app, office, ['1310044101800001;Yusnidar;01/02/2026;;;17001234567']);
await takeSteps(app, office, await aDraft(app, office), 'release');

const refused = (change: Parameters<typeof remit>[2]) => refusalCodes(() => remit(app, office, change));

describe('RemittancesService', () => {
  it('posts a premium that the nagari bears as its expense, for the insured only, and pays honor whole of it', async () => {
    const { code, balance } = (await app.get(LedgerService).trialBalance()).find(({ code }) =>
      code.startsWith('Expenses:Bpjs'),
    ) ?? { code: '', balance: 0n };
    expect([code, balance]).toEqual(['Expenses:Bpjs:13-10-04-2002', 16_800n]);
    expect(await app.get(RemittancesService).list(null)).toMatchObject([
      { kind: 'pph21', withheld: 3_750n },
      { kind: 'bpjs', withheld: 16_800n },
    ]);
  });

  it('refuses what cannot be', async () => {
    expect(await refused({ proof: 'NTPN-1' })).toEqual(['remittance.proof-unreadable']);
    expect(await refused({ on: plainDate('2026-10-06') })).toEqual(['remittance.in-future']);
    expect(await refused({ on: plainDate('2026-09-30') })).toEqual(['remittance.before-period']);
    expect(await refused({ period: serviceMonth('2026-09') })).toEqual(['remittance.above-owed']);
    expect(await refused({ payer: SITIUNG })).toEqual(['deduction.payer-unknown']);
    expect(await refused({ amount: 3_751n })).toEqual(['remittance.above-owed']);
  });

  it('remits a month once, however often and from wherever it is told', async () => {
    const outcomes = await Promise.all(
      [app, other, app, other].map((one, index) =>
        refusalCodes(() => remit(one, office, { proof: `ABCDEF012345678${String(index % 2)}` })),
      ),
    );
    // Two proofs for the whole month: one is taken, also when it comes again; the other is above what is left.
    expect(outcomes.flat()).toEqual(['remittance.above-owed', 'remittance.above-owed']);
    const [tax] = await app.get(RemittancesService).list(SIGUNTUR);
    expect(tax).toMatchObject({ remitted: 3_750n, outstanding: 0n });
    const proof = tax?.proofs[0] ?? '';
    expect(await remit(app, office, { proof: ` ${proof.toLowerCase()} ` })).toMatchObject({ isNew: false });
    expect(await refused({ proof, amount: 1n })).toEqual(['remittance.proof-used']);
    const balances = await app.get(LedgerService).trialBalance();
    expect(balances.find(({ code }) => code.includes('TaxPayable'))?.balance).toBe(0n);
  });

  it('says when a month is late', async () => {
    clock.moveTo(new Date('2026-11-16T03:00:00Z'));
    const late = { kind: 'bpjs', dueOn: '2026-11-15', isLate: true } as const;
    expect(await app.get(RemittancesService).list(SIGUNTUR)).toContainEqual(expect.objectContaining(late));
  });

  it('is held by the database too', async () => {
    const insert = (amount: number, proof: string) =>
      `insert into remittance (paying_body_id, kind, period, amount, proof, remitted_on, batch_id, recorded_by, recorded_at)
       select paying_body_id, kind, period, ${String(amount)}, '${proof}', remitted_on, (select max(id) from ledger.batch where id not in (select batch_id from remittance)), recorded_by, now() from remittance`;
    expect(await sqlVerdictForApplication(app, insert(1, 'ABCDEF0123456782'))).toBe('23514');
    expect(await sqlVerdictForApplication(app, insert(1, 'short'))).toBe('23514');
    expect(await sqlVerdictForApplication(app, 'update remittance set amount = 1')).toBe('42501');
    expect(await sqlVerdictForApplication(app, 'delete from remittance')).toBe('42501');
  });
});
