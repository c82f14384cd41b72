import { plainDate } from '../../../src/core/shared/plain-date.js';
import { BudgetProofService } from '../../../src/modules/funding-sources/budget-proof.service.js';
import { ReceiptsService } from '../../../src/modules/funding-sources/receipts.service.js';
import { testApp } from '../../support/app.js';
import { whileBudgetsTampered } from '../../support/budget-superuser.js';
import { honorOn } from '../../support/commands.js';
import { answerFindings } from '../../support/findings.js';
import { SIGUNTUR } from '../../support/nagari.js';
import { answerOfBank, aDraft, aPayingNagari, AUGUST, JULY, takeSteps } from '../../support/payments.js';

const { app, clock, url } = await testApp();
const office = await aPayingNagari(app);
const line = { payer: SIGUNTUR, label: 'DDS', fiscalYear: 2026, by: office.treasurer };
await app.get(ReceiptsService).receive({
  ...line,
  amount: 300_000n,
  on: plainDate('2026-07-15'),
  reference: 'SP2D 1',
  note: null,
});
const paid = await aDraft(app, office, [JULY]);
await answerFindings(app, paid, office.operator.id);
await takeSteps(app, office, paid, 'release');
await answerOfBank(app, office, paid, [
  'HK1-1-0001,75000,RETUR,rekening tutup',
  'HK1-1-0002,75000,BERHASIL,',
]);
await takeSteps(app, office, await aDraft(app, office, [AUGUST]), 'submit');

const prove = () => app.get(BudgetProofService).prove();
const source = `${SIGUNTUR}/DDS/2026`;
const onLine = `funding_source_id = (select id from funding_source where label = 'DDS')`;
describe('BudgetProofService.prove', () => {
  it('holds after reservation, payment, return and tranche', async () => {
    expect(await prove()).toEqual({ proven: true, sources: 3, problems: [] });
  });

  it.each([
    [
      'a ceiling changed',
      [`update funding_source set ceiling = ceiling + 1 where label = 'DDS'`],
      [['moves-differ', 'pagu', 1_000_000n, 1_000_001n]],
    ],
    [
      'a reservation lowered',
      [`update funding_source set reserved = reserved - 1 where label = 'DDS'`],
      [
        ['moves-differ', 'terikat', 50_000n, 49_999n],
        ['requests-differ', 'terikat', 50_000n, 49_999n],
      ],
    ],
    [
      'money spent that is not shown',
      [`update funding_source set spent = 0 where label = 'DDS'`],
      [
        ['moves-differ', 'terpakai', 50_000n, 0n],
        ['ledger-differs', 'terpakai', 50_000n, 0n],
      ],
    ],
    [
      'cash that never came',
      [`update funding_source set received = received * 2 where label = 'DDS'`],
      [
        ['moves-differ', 'diterima', 300_000n, 600_000n],
        ['ledger-differs', 'diterima', 300_000n, 600_000n],
      ],
    ],
    [
      'the move of a return deleted',
      [`delete from budget_move where kind = 'reverse' and ${onLine}`],
      [['moves-differ', 'terpakai', 100_000n, 50_000n]],
    ],
    [
      'a move of a release added, and the line changed to match',
      [
        `insert into budget_move (funding_source_id, kind, amount, reference, idempotency_key, moved_by, moved_at)
         select id, 'release', 7, 'raw', 'raw', 1, now() from funding_source where label = 'DDS'`,
        `update funding_source set reserved = reserved - 7 where label = 'DDS'`,
      ],
      [['requests-differ', 'terikat', 50_000n, 49_993n]],
    ],
    [
      'a tranche doubled in move and line',
      [
        `update budget_move set amount = amount * 2 where kind = 'receive'`,
        `update funding_source set received = received * 2 where label = 'DDS'`,
      ],
      [['ledger-differs', 'diterima', 300_000n, 600_000n]],
    ],
  ])('names %s by a superuser', async (_, statements, expected) => {
    const { proven, problems } = await whileBudgetsTampered(url, statements, prove);
    expect(proven).toBe(false);
    expect(problems.map(({ code, facts }) => ({ code, facts }))).toEqual(
      expected.map(([witness, column, before, found]) => ({
        code: `funding.proof-${String(witness)}`,
        facts: { source, column, expected: before, found },
      })),
    );
    expect(await prove()).toMatchObject({ proven: true });
  });

  it('ends with 0 where it holds and with 1 where it does not, on the command line', async () => {
    const provenByCommand = () => honorOn({ app, clock })('funding', 'prove');
    expect(await provenByCommand()).toMatchObject({ status: 0, stderr: '' });
    const tampering = [`update funding_source set ceiling = ceiling + 1 where label = 'DDS'`];
    const { status, stderr } = await whileBudgetsTampered(url, tampering, provenByCommand);
    expect(status).toBe(1);
    expect(stderr).toContain(`Sumber dana ${source}: pagu tercatat Rp1.000.001`);
  });
});
