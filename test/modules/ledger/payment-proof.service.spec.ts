import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { anchorProblem, computeProof, hexOf } from '../../../src/core/ledger/check-proof.js';
import { decodeProof } from '../../../src/core/ledger/decode-proof.js';
import { describeProof } from '../../../src/core/ledger/describe-proof.js';
import { batchKinds, type JournalBatch } from '../../../src/core/ledger/journal.js';
import { proofText, readProofText } from '../../../src/core/ledger/proof-text.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { AuditPackService } from '../../../src/modules/ledger/audit-pack.service.js';
import { LedgerPeriodsService } from '../../../src/modules/ledger/ledger-periods.service.js';
import { LedgerService } from '../../../src/modules/ledger/ledger.service.js';
import { PaymentProofService } from '../../../src/modules/ledger/payment-proof.service.js';
import { sha256 } from '../../../src/platform/sha256.js';
import { qrCode } from '../../../src/platform/files/qr-code.js';
import { testApp } from '../../support/app.js';
import { addUsers } from '../../support/users.js';
import { changePackFile } from '../../support/audit-pack.js';
import { temporaryFolder } from '../../support/embedded-folder.js';
import { whileTampered } from '../../support/ledger-superuser.js';
import { checkProofAlone } from '../../support/proof-checker.js';
import { scanned } from '../../support/qr-picture.js';
import { isRefusal, refusalCodes } from '../../support/refusal.js';

const { app } = await testApp();
const proofs = app.get(PaymentProofService);
const parent = await temporaryFolder();

// The batches: 1 of 1,315 payments, 2 of one with a memo that tries the terminal, 3 its reversal, 4 of 17 entries
// of three lines, 5 the closing of the month, which has no entries.
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
    memo: 'Pembayaran honor SPP 1/2026',
  });
  const paid = (_: unknown, index: number) => entry(index + 1, [payable, 75_000n], [cash, -75_000n]);
  await post('payment', batchKinds.payment, Array.from({ length: 1315 }, paid));
  const odd = {
    ...entry(1, [payable, 75_000n], [cash, -75_000n]),
    memo: 'Bayar "tunai"\r\n\u001b[2J\u009b 🙂',
  };
  const { id } = await post('odd', batchKinds.payment, [odd]);
  const back = entry(1, [cash, 75_000n], [payable, -75_000n]);
  await post('return', batchKinds.return, [{ ...back, reverses: { batchId: id, sequence: 1 } }]);
  const split = entry(9, [payable, 100n], [expense, 50n], [cash, -150n]);
  await post('split', batchKinds.recovery, Array<typeof split>(17).fill(split));
});

await addUsers(app, 'ani');
await app.get(LedgerPeriodsService).close(serviceMonth('2026-07'), 'ani');

const pack = await mkdtemp(join(parent, 'pack-'));
await app.get(AuditPackService).write(pack);
const [kaderPayment, head] = [
  await proofs.prove({ batchId: 1, sequence: 701 }),
  await app.get(LedgerService).head(),
];
const anchor = hexOf(kaderPayment.batchHash);

const places = [
  [1, 1],
  [1, 16],
  [1, 17],
  [1, 1297],
  [1, 1315],
  [2, 1],
  [3, 1],
  [4, 16],
  [4, 17],
].map(([batchId = 0, sequence = 0]) => ({ batchId, sequence }));

/** What the core says of a proof: its lines, or the code of what is wrong. */
function coreOn(text: string, hash: Uint8Array): { lines: readonly string[]; code: string | undefined } {
  try {
    const proof = decodeProof(readProofText(text));
    const reached = computeProof(proof, sha256);
    return { lines: describeProof(proof, reached), code: anchorProblem(reached, hash)?.code };
  } catch (error) {
    if (isRefusal(error)) return { lines: [], code: error.code };
    throw error;
  }
}

describe('PaymentProofService', () => {
  it.each(places)(
    'proves batch $batchId entry $sequence, to the core and to the stand-alone checker',
    async (place) => {
      const proof = await proofs.prove(place);
      const core = coreOn(proof.text, proof.batchHash);
      expect(core.code).toBeUndefined();
      const alone = await checkProofAlone(proof.text, '--anchor', hexOf(proof.batchHash));
      expect(alone).toMatchObject({ status: 0, stderr: '' });
      expect(alone.stdout.split('\n').slice(1, -1)).toEqual(core.lines);
    },
  );

  it('says who was paid what, without a name, a NIK or anything that moves a cursor', async () => {
    const odd = await proofs.prove({ batchId: 2, sequence: 1 });
    expect(coreOn(odd.text, odd.batchHash).lines).toEqual([
      'Kader nomor 1, wilayah 13.10.04.2001',
      'Batch 2, posisi 2, jurnal 1 dari 1: pembayaran per 31 Juli 2026, periode 2026-07',
      'Memo: Bayar "tunai"\uFFFD\uFFFD\uFFFD[2J\uFFFD 🙂',
      'Debit Rp75.000, akun 2: L:Liabilities:Honor',
      'Kredit Rp75.000, akun 1: A:Assets:Cash:KasDesa',
      `Sidik jari batch: ${hexOf(odd.batchHash)}`,
    ]);
    const back = await proofs.prove({ batchId: 3, sequence: 1 });
    expect(coreOn(back.text, back.batchHash).lines).toContain('Membatalkan batch 2 jurnal 1');
    const recovered = await proofs.prove({ batchId: 4, sequence: 16 });
    expect(coreOn(recovered.text, recovered.batchHash).lines[1]).toContain(
      ': pengembalian kelebihan bayar per ',
    );
  });

  it('fits a QR code that a camera reads', () => {
    const { version, rows } = qrCode(kaderPayment.text);
    expect(version).toBeLessThanOrEqual(32);
    expect(scanned(rows)).toBe(kaderPayment.text);
  });

  it('carries the chain to its head on demand, for anchors that came later', async () => {
    const long = await proofs.prove({ batchId: 1, sequence: 701 }, { untilHead: true });
    expect(long.reaches).toEqual({ position: 5n, hash: Uint8Array.from(head.hash) });
    const later = hexOf(head.hash);
    expect(coreOn(long.text, head.hash).code).toBeUndefined();
    expect(await checkProofAlone(long.text, '--anchor', later)).toMatchObject({ status: 0 });
    expect(coreOn(kaderPayment.text, head.hash).code).toBe('proof.anchor-differs');
    expect(await checkProofAlone(kaderPayment.text, '--anchor', later)).toMatchObject({ status: 1 });
  });

  it.each([
    ['proof.batch-unsealed', { batchId: 99, sequence: 1 }],
    ['proof.entry-unknown', { batchId: 1, sequence: 1316 }],
    ['proof.entry-unknown', { batchId: 5, sequence: 1 }],
  ])('refuses with %s', async (code, place) => {
    expect(await refusalCodes(() => proofs.prove(place))).toEqual([code]);
  });

  it.each([
    ['an amount', `update ledger.entry set amounts = '{1,-1}' where batch_id = 1 and sequence = 701`],
    ['a memo', `update ledger.entry set memo = 'lain' where batch_id = 1 and sequence = 701`],
    ['a neighbour', `update ledger.entry set party_id = 9 where batch_id = 1 and sequence = 702`],
    ['somebody far away', `update ledger.entry set party_id = 9 where batch_id = 1 and sequence = 3`],
    ['an entry that is gone', `delete from ledger.entry where batch_id = 1 and sequence = 1315`],
    [
      'an entry slipped in',
      `insert into ledger.entry (batch_id, sequence, kind, party_id, region_digits, accounts, amounts, memo)
       select 1, 1316, kind, party_id, region_digits, accounts, amounts, memo from ledger.entry where batch_id = 1 and sequence = 1`,
    ],
    ['the name of an account', `update ledger.account set code = 'Assets:Cash:Lain' where id = 1`],
    [
      'the total of an account',
      `update ledger.batch_account set debit = debit + 1 where batch_id = 1 and account_id = 2`,
    ],
    ['the day', `update ledger.batch set effective_on = '2026-07-30' where id = 1`],
    ['the day, out of the calendar', `update ledger.batch set effective_on = 'infinity' where id = 1`],
    ['the kind', `update ledger.batch set kind = 3 where id = 1`],
    ['the count', `update ledger.batch set entry_count = 700 where id = 1`],
    ['the hash', `update ledger.batch set hash = sha256('x') where id = 1`],
  ])('proves nothing of a batch when somebody changed %s', async (_, statement) => {
    const refusal = () => refusalCodes(() => proofs.prove({ batchId: 1, sequence: 701 }));
    expect(await whileTampered(app, [statement], refusal)).toEqual(['proof.batch-differs']);
  });

  it('proves no chain that was broken behind the batch', async () => {
    const statement = `update ledger.batch set actor = 'budi' where id = 3`;
    const refusal = () => refusalCodes(() => proofs.prove({ batchId: 1, sequence: 1 }, { untilHead: true }));
    expect(await whileTampered(app, [statement], refusal)).toEqual(['proof.chain-differs']);
  });
});

describe('check-proof.mjs', () => {
  it('gives the same code as the core for whatever was changed', async () => {
    const bytes = readProofText(kaderPayment.text);
    const text = kaderPayment.text;
    const flipped = fc.sample(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 })), 25);
    const texts = [
      ...flipped.map(([at, mask]) => proofText(bytes.with(at, (bytes[at] ?? 0) ^ mask))),
      ...[1, 30, 177, 200, 260, 400, bytes.length - 1].map((length) => proofText(bytes.subarray(0, length))),
      proofText(Uint8Array.of(...bytes, 0)),
      proofText(bytes.with(0, 2)),
      `${text}a`,
      `${text.slice(0, 90)}~${text.slice(91)}`,
    ];
    for (const changed of texts) {
      const alone = await checkProofAlone(changed, '--anchor', anchor);
      const code = /BELUM TERBUKTI\. ([a-z.-]+):/.exec(alone.stderr)?.[1];
      expect({ status: alone.status, stdout: alone.stdout, code }).toEqual({
        status: 1,
        stdout: '',
        code: coreOn(changed, kaderPayment.batchHash).code,
      });
    }
  });

  it('reads a proof from a file, and says what it claims when it is not proven', async () => {
    const path = join(parent, 'bukti.txt');
    await writeFile(path, `Bukti pembayaran\r\n${kaderPayment.text}\r\n`);
    expect(await checkProofAlone(path, '--anchor', anchor.toUpperCase())).toMatchObject({ status: 0 });
    const { status, stderr } = await checkProofAlone(path, '--anchor', '0'.repeat(64));
    expect(status).toBe(1);
    expect(stderr).toContain('Yang disebutnya, dan tidak terbukti:\nKader nomor 701, ');
  });

  it('finds the batch in an audit pack, and asks for an anchor of the pack', async () => {
    const alone = await checkProofAlone(kaderPayment.text, '--pack', pack);
    expect(alone).toMatchObject({ status: 0, stderr: '' });
    expect(alone.stdout).toContain(`ujungnya posisi 5: ${hexOf(head.hash)}`);
    const anchored = await checkProofAlone(kaderPayment.text, '--pack', pack, '--anchor', hexOf(head.hash));
    expect(anchored.stdout).toMatch(/^TERBUKTI: .* \(posisi 5\), menurut paket ini\.\n/);
    expect(await checkProofAlone(kaderPayment.text, '--pack', pack, '--anchor', anchor)).toMatchObject({
      status: 0,
    });
  });

  it('is not satisfied by a pack that is broken, is of other books, or ends before the batch', async () => {
    const last = await proofs.prove({ batchId: 4, sequence: 2 });
    const words = ['--pack', pack, '--anchor'];
    const early = await checkProofAlone(last.text, ...words, anchor);
    expect(early.stderr).toContain('proof.after-anchor');
    const strange = await checkProofAlone(last.text, ...words, '0'.repeat(64));
    expect(strange.stderr).toContain('proof.pack-not-anchored');
    await changePackFile(pack, 'batches.csv', (content) => content.replace('2026-07-31', '2026-07-30'));
    const broken = await checkProofAlone(last.text, '--pack', pack);
    expect(broken).toMatchObject({ status: 1 });
    expect(broken.stderr).toContain('proof.pack-broken');
  });

  it.each([
    ['no proof', []],
    ['nothing to compare with', [kaderPayment.text]],
    ['an anchor that is cut', [kaderPayment.text, '--anchor', anchor.slice(1)]],
    ['a file that is not there', ['/nowhere/bukti.txt', '--anchor', anchor]],
    ['a folder that is not there', [kaderPayment.text, '--pack', '/nowhere']],
    ['an unknown option', [kaderPayment.text, '--jangkar', anchor]],
  ])('checks nothing with %s', async (_, words) => {
    const { status, stdout, stderr } = await checkProofAlone(...words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('Pemakaian: node check-proof.mjs');
  });
});
