import { cp, mkdtemp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { batchKinds, type JournalBatch } from '../../../src/core/ledger/journal.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { AuditPackService } from '../../../src/modules/ledger/audit-pack.service.js';
import { LedgerAnchorService } from '../../../src/modules/ledger/ledger-anchor.service.js';
import { LedgerPeriodsService } from '../../../src/modules/ledger/ledger-periods.service.js';
import { LedgerService } from '../../../src/modules/ledger/ledger.service.js';
import { testApp } from '../../support/app.js';
import { changePackFile, verifyPack } from '../../support/audit-pack.js';
import { temporaryFolder } from '../../support/embedded-folder.js';
import { whileTampered } from '../../support/ledger-superuser.js';
import { refusalCodes } from '../../support/refusal.js';
import { addUsers } from '../../support/users.js';

const { app, clock } = await testApp();
const packs = app.get(AuditPackService);
const parent = await temporaryFolder();
const newFolder = () => mkdtemp(join(parent, 'pack-'));

// The batches: 1 of 300 entries (three levels of the tree), 2 of one, with a memo that tries the CSV, 3 its
// reversal, 4 of 17 entries of three lines; 5 and 6 close July and August, 7 reopens August.
await app.get(DataSource).transaction(async (tx) => {
  const ledger = app.get(LedgerService);
  const cash = await ledger.ensureAccount(tx, 'Assets:Cash:KasDesa', 'A');
  const payable = await ledger.ensureAccount(tx, 'Liabilities:Honor', 'L');
  const expense = await ledger.ensureAccount(tx, 'Expenses:Honor', 'X');
  const post = (key: string, kind: JournalBatch['kind'], entries: JournalBatch['entries']) =>
    ledger.post(tx, { kind, effectiveOn: plainDate('2026-07-31'), idempotencyKey: key, entries }, 'ani');
  const entry = (partyId: number, ...lines: [number, bigint][]) => ({
    partyId,
    regionCode: '13.10.04.2001',
    lines: lines.map(([accountId, amount]) => ({ accountId, amount })),
    memo: 'Honor Juli',
  });
  const honor = (_: unknown, index: number) => entry(index + 1, [expense, 75_000n], [payable, -75_000n]);
  await post('accrual', batchKinds.accrual, Array.from({ length: 300 }, honor));
  const payment = entry(1, [payable, 75_000n], [cash, -75_000n]);
  const { id } = await post('payment', batchKinds.payment, [
    { ...payment, memo: 'Bayar "tunai", a\\b;\r\nbaris kedua 🙂\n' },
  ]);
  const back = entry(1, [cash, 75_000n], [payable, -75_000n]);
  await post('return', batchKinds.return, [{ ...back, reverses: { batchId: id, sequence: 1 } }]);
  const split = entry(9, [payable, 100n], [expense, 50n], [cash, -150n]);
  await post('split', batchKinds.payment, Array<typeof split>(17).fill(split));
});
await addUsers(app, 'ani', 'budi');
const periods = app.get(LedgerPeriodsService);
await periods.close(serviceMonth('2026-07'), 'ani');
await periods.close(serviceMonth('2026-08'), 'ani');
await periods.askReopening(serviceMonth('2026-08'), 'Kwitansi, tertinggal', 'ani');
await periods.confirmReopening(serviceMonth('2026-08'), 'budi');

const pack = await newFolder();
await packs.write(pack);

/** A copy of the pack, changed. */
async function changed(...[name, change, isCovered]: Change): Promise<string> {
  const folder = await newFolder();
  await cp(pack, folder, { recursive: true });
  await changePackFile(folder, name, change, isCovered);
  return folder;
}

type Change = readonly [name: string, change: (content: string) => string, isCovered?: boolean];

const contentOf = async (folder: string) => {
  const names = (await readdir(folder)).sort();
  return Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')]));
};

const row = (pattern: RegExp, text: string) => (content: string) => content.replace(pattern, text);

describe('an audit pack', () => {
  it('is accepted by its own verifier, also with an anchor taken earlier', async () => {
    const { head, ...anchor } = await app.get(LedgerAnchorService).anchor();
    expect(anchor).toEqual({
      position: 7n,
      batches: 7,
      entries: 319,
      takenAt: '2026-10-05T03:00:00.000Z',
    });
    const verdict = await verifyPack(pack, pack, '--anchor', head.toUpperCase());
    expect(verdict).toEqual({
      status: 0,
      stdout: `The books hold up to position 7, head ${head}\n`,
      problems: [],
    });
    expect(await verifyPack(pack)).toMatchObject({ status: 0 });
  });

  it('is the same, byte for byte, when it is written again later', async () => {
    const again = await newFolder();
    clock.moveTo(new Date('2027-01-01T00:00:00Z'));
    await packs.write(again);
    expect(await contentOf(again)).toEqual(await contentOf(pack));
    expect((await contentOf(pack)).map(([name]) => name)).toEqual([
      'accounts.csv',
      'batch-totals.csv',
      'batches.csv',
      'check-proof.mjs',
      'closings.csv',
      'entries.csv',
      'manifest.json',
      'verify-audit-pack.mjs',
    ]);
  });

  it.each<[string, Change, string[]]>([
    [
      'an amount, alone',
      ['entries.csv', row(/^1,7,(.*)75000 -75000/m, '1,7,$176000 -76000')],
      ['batch 1: entry 7: content'],
    ],
    [
      'an amount on one side',
      ['entries.csv', row(/^1,7,(.*)75000 -75000/m, '1,7,$175001 -75000')],
      ['batch 1: entry 7: debits and credits differ'],
    ],
    ['a person', ['entries.csv', row(/^4,3,2,9,/m, '4,3,2,10,')], ['batch 4: entry 3: content']],
    [
      'a memo over two lines',
      ['entries.csv', row(/baris kedua/, 'baris ketiga')],
      ['batch 2: entry 1: content'],
    ],
    [
      'what is reversed',
      ['entries.csv', row(/^3,1,3,1,1310042001,2,1,/m, '3,1,3,1,1310042001,1,1,')],
      ['batch 3: entry 1: content'],
    ],
    [
      'an entry deleted',
      ['entries.csv', row(/^1,150,.*\n/m, '')],
      ['batch 1: entry 151: 150 was to come', 'batch 1: entry_count is 300, but 299', 'rows stated'],
    ],
    [
      'an entry written twice',
      ['entries.csv', row(/^(4,17,.*\n)/m, '$1$1')],
      ['batch 4: entry 17: 18 was to come', 'batch 4: entry_count is 17, but 18'],
    ],
    [
      'an entry of no batch',
      [
        'entries.csv',
        (content) => `${content}${/^4,17(,.*\n)/m.exec(content)?.[0].replace('4', '77') ?? ''}`,
      ],
      ['batch 77: entry of a batch that is not there'],
    ],
    [
      'the day of a batch',
      ['batches.csv', row(/^2,2,2,2026-07-31/m, '2,2,2,2026-08-31')],
      ['batch 2: hash is'],
    ],
    ['who acted', ['batches.csv', row(/^(3,3,.*),ani,/m, '$1,budi,')], ['batch 3: hash is']],
    ['a root', ['batches.csv', row(/^(3,3,.*,ani,1,75000,)./m, '$1g')], ['batch 3: root is g']],
    [
      'a batch deleted',
      ['batches.csv', row(/^2,2,.*\n/m, '')],
      ['batch 2: entry of a batch', 'batch 2: total of a batch', 'batch 3: previous_hash is', 'rows stated'],
    ],
    [
      'two batches exchanged',
      ['batches.csv', row(/^(2,2,.*\n)(3,3,.*\n)/m, '$2$1')],
      ['batch 3: previous_hash is', 'batch 2: previous_hash is'],
    ],
    ['a total', ['batch-totals.csv', row(/^1,2,/m, '1,1,')], ['batch 1: trial balance']],
    [
      'the name of an account',
      ['accounts.csv', row(/KasDesa/, 'KasLain')],
      ['batch 2: hash is', 'batch 3: hash is', 'batch 4: hash is'],
    ],
    [
      'the head',
      ['manifest.json', row(/"position": "7"/, '"position": "3"')],
      ['the head states position 3'],
    ],
    [
      'the month it is reported in',
      ['batches.csv', row(/^(2,2,2,2026-07-31),2026-07/m, '$1,9999-12')],
      ['batch 2: is reported in 9999-12, not in 2026-07', 'batch 2: hash is'],
    ],
    [
      'why a month was reopened',
      ['closings.csv', row(/Kwitansi/, 'Nota')],
      ['batch 7: root is', 'batch 7: hash is'],
    ],
    [
      'who asked to reopen it',
      ['closings.csv', row(/tertinggal",ani/, 'tertinggal",budi')],
      ['batch 7: was not asked for by whom it must be', 'batch 7: root is'],
    ],
    [
      'who asked to reopen it, in capital letters',
      ['closings.csv', row(/tertinggal",ani/, 'tertinggal",BUDI')],
      ['batch 7: was not asked for by whom it must be', 'batch 7: root is'],
    ],
    [
      'the balances of a closing',
      ['closings.csv', row(/^(5,,ani,)./m, '$1f')],
      ['batch 5: balances differ', 'batch 5: root is'],
    ],
    [
      'a closing deleted',
      ['closings.csv', row(/^5,.*\n/m, '')],
      ['batch 5: closes or reopens without a row'],
    ],
    [
      'a closing of a posting',
      ['closings.csv', (content) => `${content}3,,ani,${'0'.repeat(64)}\n`],
      ['batch 3: states a closing, but is none'],
    ],
    [
      'the kind of a closing',
      ['batches.csv', row(/^5,5,7,/m, '5,5,8,')],
      ['batch 5: closes or reopens a month that is not next', 'batch 5: hash is'],
    ],
    [
      'a closed month',
      ['batches.csv', row(/^(6,6,7,2026-08-31),2026-08/m, '$1,2026-09')],
      ['batch 6: closes or reopens a month that is not next', 'batch 6: hash is'],
    ],
    [
      'a posting put behind the closing of its month',
      ['batches.csv', row(/^(4,4,.*\n)(5,5,.*\n)/m, '$2$1')],
      ['batch 4: is reported in 2026-07, not in 2026-08'],
    ],
    [
      'how a number is written',
      ['entries.csv', row(/^1,7,1,7,/m, '1,7,1,07,')],
      ['batch 1: entry 7: cannot be read: "07"'],
    ],
    [
      'columns exchanged',
      ['entries.csv', row(/kind,party/, 'party,kind')],
      ['entries.csv row 0: not the columns'],
    ],
    ['a quotation mark', ['entries.csv', row(/^(1,9,.*),Honor/m, '$1,"Honor')], ['entries.csv after row 8']],
    [
      'anything, with the manifest as it was',
      ['entries.csv', row(/Honor Juli/, '"Honor Juli"'), false],
      ['entries.csv is not the file'],
    ],
    [
      'the verifier',
      ['verify-audit-pack.mjs', (content) => `${content}// more\n`, false],
      ['verify-audit-pack.mjs is not the file'],
    ],
  ])('names what was changed in its files: %s', async (_, change, named) => {
    const { status, problems } = await verifyPack(await changed(...change));
    expect(status).toBe(1);
    for (const name of named) expect(problems.join('\n')).toContain(name);
  });

  it.each<[string, string[], string[]]>([
    [
      'an amount, with its hash and totals made to fit',
      [
        `update ledger.entry set amounts = '{1,-1}' where batch_id = 2`,
        `update ledger.batch_account set debit = sign(debit), credit = sign(credit) where batch_id = 2`,
        `update ledger.batch set debit_total = 1, root = (select hash from ledger.entry where batch_id = 2) where id = 2`,
      ],
      ['batch 2: hash is'],
    ],
    [
      'an entry of no batch',
      [`update ledger.entry set batch_id = 77 where batch_id = 4 and sequence = 17`],
      ['batch 4: entry_count is 17, but 16', 'batch 77: entry of a batch that is not there'],
    ],
    [
      'a batch unsealed',
      ['update ledger.batch set position = null, hash = null where id = 7'],
      ['batch 7: is not sealed', 'the head states position 7, the last batch has 6'],
    ],
    [
      'a moment that is none',
      [`update ledger.batch set recorded_at = 'infinity' where id = 2`],
      ['batch 2: cannot be read'],
    ],
    ['the head', ['update ledger.chain_head set position = 9'], ['the head states position 9']],
    ['a head that is gone', ['delete from ledger.chain_head'], ['the head states position undefined']],
  ])('names what a superuser changed before it was written: %s', async (_, statements, named) => {
    const folder = await newFolder();
    await whileTampered(app, statements, () => packs.write(folder));
    const { status, problems } = await verifyPack(folder);
    expect(status).toBe(1);
    for (const name of named) expect(problems.join('\n')).toContain(name);
  });

  it('without its last batch holds by itself, but not with the anchor that was kept elsewhere', async () => {
    const { head: anchor } = await app.get(LedgerAnchorService).anchor();
    const folder = await newFolder();
    const cut = [
      'delete from ledger.closing where batch_id = 7',
      'delete from ledger.batch where id = 7',
      'update ledger.chain_head set (position, hash) = (select position, hash from ledger.batch where id = 6)',
    ];
    await whileTampered(app, cut, () => packs.write(folder));
    expect(await verifyPack(folder)).toMatchObject({ status: 0 });
    const { status, problems } = await verifyPack(folder, '--anchor', anchor);
    expect({ status, problems }).toEqual({
      status: 1,
      problems: [`anchor ${anchor} is not in the chain: it was cut off or written anew`],
    });
  });

  it.each([
    { words: ['--anchor', 'abc'], says: '"abc" is not a hash' },
    { words: ['--what'], says: "Unknown option '--what'" },
    { words: ['/nowhere'], says: "'/nowhere/manifest.json'" },
  ])('is not checked when the verifier is misused: $words', async ({ words, says }) => {
    const { status, problems } = await verifyPack(pack, ...words);
    expect(status).toBe(2);
    expect(problems[0]).toContain(says);
  });
});

describe('LedgerAnchorService', () => {
  it('refuses to vouch for a head that is not the last batch', async () => {
    const moved = ['update ledger.chain_head set position = 3'];
    const codes = await whileTampered(app, moved, () =>
      refusalCodes(() => app.get(LedgerAnchorService).anchor()),
    );
    expect(codes).toEqual(['ledger.head-differs']);
  });
});
