import {
  LedgerVerificationService,
  type Verification,
} from '../../../src/modules/ledger/ledger-verification.service.js';
import { testApp } from '../../support/app.js';
import { whileTampered } from '../../support/ledger-superuser.js';
import {
  aDraft,
  answerOfBank,
  aPayingNagari,
  AUGUST,
  calculate,
  JULY,
  takeSteps,
} from '../../support/payments.js';

const { app } = await testApp();
const office = await aPayingNagari(app);
const ledger = app.get(LedgerVerificationService);

// The batches: 1 accrual of July, 2 payment, 3 return of one payment, 4 accrual of August.
const number = await aDraft(app, office, [JULY]);
await takeSteps(app, office, number, 'release');
await answerOfBank(app, office, number, ['HK1-1-0001,75000,GAGAL,TUTUP']);
await calculate(app, office, [AUGUST]);
const { head: anchor } = await ledger.verify();

function verifyAfter(statements: readonly string[], withAnchor?: string): Promise<Verification> {
  return whileTampered(app, statements, () => ledger.verify(withAnchor));
}

/** `root-differs 1`: the code and the batch, or the position, it names. */
function namesOf({ problems }: Verification): string[] {
  return problems.map(
    ({ code, facts }) => `${code.replace('ledger.', '')} ${String(facts.batch ?? facts.last)}`,
  );
}

describe('ledger verify names what a superuser changed', () => {
  it.each([
    [
      'an amount',
      [
        `update ledger.entry set accounts = accounts[1:2], amounts = '{1,-1}' where batch_id = 2 and sequence = 1`,
      ],
      ['root-differs 2', 'trial-balance-differs 2', 'header-differs 2'],
    ],
    [
      'a memo',
      [`update ledger.entry set memo = 'lain' where batch_id = 1 and sequence = 1`],
      ['root-differs 1', 'header-differs 1'],
    ],
    [
      'a person',
      [`update ledger.entry set party_id = 99 where batch_id = 1 and sequence = 1`],
      ['root-differs 1', 'header-differs 1'],
    ],
    [
      'two entries exchanged',
      [
        `update ledger.entry set sequence = sequence + 10 where batch_id = 1`,
        `update ledger.entry set sequence = 13 - sequence where batch_id = 1`,
      ],
      ['root-differs 1', 'header-differs 1'],
    ],
    [
      'an entry deleted',
      [`delete from ledger.entry where batch_id = 1 and sequence = 2`],
      ['count-differs 1', 'root-differs 1', 'trial-balance-differs 1', 'header-differs 1'],
    ],
    [
      'an entry added',
      [
        `insert into ledger.entry (batch_id, sequence, kind, party_id, region_digits, accounts, amounts, memo) select batch_id, 3, kind, party_id, region_digits, accounts, amounts, memo from ledger.entry where batch_id = 1 and sequence = 1`,
      ],
      ['count-differs 1', 'root-differs 1', 'trial-balance-differs 1', 'header-differs 1'],
    ],
    [
      'an entry of no batch',
      [`update ledger.entry set batch_id = 77 where batch_id = 4`],
      [
        'count-differs 4',
        'root-differs 4',
        'trial-balance-differs 4',
        'header-differs 4',
        'entry-without-batch 77',
      ],
    ],
    [
      'a trial balance',
      [`update ledger.batch_account set debit = debit + 1 where batch_id = 1 and debit > 0`],
      ['trial-balance-differs 1'],
    ],
    [
      'a trial balance of no batch',
      [`insert into ledger.batch_account values (77, 1, 1000000, 0)`],
      ['entry-without-batch 77'],
    ],
    [
      'an account renamed',
      [`update ledger.account set code = 'Assets:Cash:Lain' where type = 'A' and code like '%2002'`],
      ['header-differs 2', 'header-differs 3'],
    ],
    ['who acted', [`update ledger.batch set actor = 'budi' where id = 2`], ['header-differs 2']],
    [
      'when it counts',
      [`update ledger.batch set effective_on = '2026-01-01' where id = 2`],
      ['header-differs 2'],
    ],
    [
      'when it was recorded',
      [`update ledger.batch set recorded_at = recorded_at + interval '1 microsecond' where id = 2`],
      ['header-differs 2'],
    ],
    ['a total in the header', [`update ledger.batch set debit_total = 1 where id = 2`], ['header-differs 2']],
    [
      'a batch deleted from the middle',
      [
        'delete from ledger.batch where id = 2',
        'delete from ledger.entry where batch_id = 2',
        'delete from ledger.batch_account where batch_id = 2',
      ],
      ['chain-broken 3'],
    ],
    ['a moved head', ['update ledger.chain_head set position = 3'], ['head-differs 4']],
    ['a head of another hash', [`update ledger.chain_head set hash = sha256('x')`], ['head-differs 4']],
    ['a head that is gone', ['delete from ledger.chain_head'], ['head-differs 4']],
    [
      'a batch unsealed',
      ['update ledger.batch set position = null, hash = null where id = 4'],
      ['batch-unsealed 4', 'head-differs 3'],
    ],
    [
      'a day that is none',
      [`update ledger.batch set effective_on = 'infinity' where id = 2`],
      ['batch-unreadable 2', 'period-wrong 2'],
    ],
    [
      'a moment that is none',
      [`update ledger.batch set recorded_at = '-infinity' where id = 2`],
      ['batch-unreadable 2'],
    ],
  ])('%s', async (_, statements, expected) => {
    const verification = await verifyAfter(statements);
    expect(namesOf(verification)).toEqual(expected);
    expect(verification.verified).toBe(expected.length === 0);
  });

  it('the last batch deleted, when it is given the anchor that was kept elsewhere', async () => {
    const cut = [
      'delete from ledger.entry where batch_id = 4',
      'delete from ledger.batch_account where batch_id = 4',
      'delete from ledger.batch where id = 4',
      'update ledger.chain_head set (position, hash) = (select position, hash from ledger.batch where id = 3)',
    ];
    expect(namesOf(await verifyAfter(cut))).toEqual([]);
    const { problems } = await verifyAfter(cut, anchor);
    expect(problems.map((problem) => problem.code)).toEqual(['ledger.anchor-not-found']);
  });

  it('nothing when nothing was changed, also with an earlier head as the anchor', async () => {
    expect(await verifyAfter([], anchor.toUpperCase())).toMatchObject({
      verified: true,
      batches: 4,
      problems: [],
    });
  });
});
