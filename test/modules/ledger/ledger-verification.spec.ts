import { LedgerPeriodsService } from '../../../src/modules/ledger/ledger-periods.service.js';
import {
  LedgerVerificationService,
  type Verification,
} from '../../../src/modules/ledger/ledger-verification.service.js';
import { testApp } from '../../support/app.js';
import { attacks } from '../../support/ledger-attacks.js';
import { whileTampered } from '../../support/ledger-superuser.js';
import {
  aDraft,
  answerOfBank,
  aPayingNagari,
  AUGUST,
  calculate,
  JULY,
  sqlVerdictForApplication,
  takeSteps,
} from '../../support/payments.js';

const { app } = await testApp();
const office = await aPayingNagari(app);
const ledger = app.get(LedgerVerificationService);
const periods = app.get(LedgerPeriodsService);

// The books that `attacks` describes.
const number = await aDraft(app, office, [JULY]);
await takeSteps(app, office, number, 'release');
await answerOfBank(app, office, number, ['HK1-1-0001,75000,GAGAL,TUTUP']);
await periods.close(JULY, 'eka');
await calculate(app, office, [AUGUST]);
await periods.close(AUGUST, 'eka');
await periods.askReopening(AUGUST, 'Kwitansi tertinggal', 'eka');
await periods.confirmReopening(AUGUST, 'budi');
const { head: anchor, problems: atFirst } = await ledger.verify();

const [NOT_ALLOWED, AGAINST_A_RULE] = ['42501', '23514'];

/** `root-differs 1`: the code and the batch, or the position, it names; an anchor is named without its hash. */
function namesOf({ problems }: Verification): string[] {
  return problems.map(({ code, facts }) => {
    const place =
      code === 'ledger.anchor-not-found' ? '' : ` ${String(facts.batch ?? facts.last ?? facts.account)}`;
    return `${code.replace('ledger.', '')}${place}`;
  });
}

describe.each(attacks)('$what', ({ statements, named, needsAnchor }) => {
  it('is refused for the application', async () => {
    expect([NOT_ALLOWED, AGAINST_A_RULE]).toContain(await sqlVerdictForApplication(app, ...statements));
  });

  it('by a superuser is named', async () => {
    const withoutAnchor = await whileTampered(app, statements, () => ledger.verify());
    const withAnchor = await whileTampered(app, statements, () => ledger.verify(anchor));
    expect(namesOf(needsAnchor === undefined ? withoutAnchor : withAnchor)).toEqual(named);
    expect(withoutAnchor.verified).toBe(needsAnchor !== undefined);
    expect(withAnchor.verified).toBe(false);
  });
});

describe('ledger verify', () => {
  it('names nothing when nothing was changed, also with an earlier head as the anchor', async () => {
    expect(atFirst).toEqual([]);
    expect(await ledger.verify(anchor.toUpperCase())).toMatchObject({
      verified: true,
      batches: 7,
      problems: [],
    });
  });

  it('is tried against at least 25 attacks', () => {
    expect(attacks.length).toBeGreaterThanOrEqual(25);
  });
});
