import { DataSource } from 'typeorm';
import type { PrintSheet } from '../../../src/core/formats/print-sheet.js';
import { BudgetBooksService } from '../../../src/modules/books/budget-books.service.js';
import { CashBooksService } from '../../../src/modules/books/cash-books.service.js';
import { LedgerBooksService } from '../../../src/modules/books/ledger-books.service.js';
import { BudgetRevisionService } from '../../../src/modules/funding-sources/budget-revision.service.js';
import { printSheetBytes } from '../../../src/platform/files/print-sheet-bytes.js';
import { printSheetPdf } from '../../../src/platform/files/print-sheet-pdf.js';
import { sha256 } from '../../../src/platform/sha256.js';
import { testApp } from '../../support/app.js';
import { aPaidMonth, OCTOBER } from '../../support/books.js';
import { answerFindings } from '../../support/findings.js';
import { addFunding, SIGUNTUR, SITIUNG, type Office } from '../../support/nagari.js';
import { aDraft, AUGUST, takeSteps } from '../../support/payments.js';
import { nikDigest } from '../../support/sealed.js';

const { app, clock } = await testApp();
const office = await aPaidMonth(app);

const KADER = '1310044101800001';
const [cash, budget, ledger] = [
  app.get(CashBooksService),
  app.get(BudgetBooksService),
  app.get(LedgerBooksService),
];

/** Every book there is, at a position; SHA-256 of its workbook and of its PDF. */
async function fingerprints(position: bigint): Promise<Record<string, readonly string[]>> {
  const wish = { payer: SIGUNTUR, month: OCTOBER, position };
  const drawn = {
    bku: await cash.general(wish),
    bank: await cash.bank(wish),
    pajak: await cash.tax(wish),
    tutup: await cash.closing(wish),
    kegiatan: await budget.activity(wish),
    realisasi: await budget.realisation({ year: 2026, position }),
    neraca: await ledger.trialBalance({ position }),
    kader: await ledger.card({ kader: KADER, position }),
  };
  const result: Record<string, readonly string[]> = {};
  for (const [name, { sheet }] of Object.entries(drawn)) result[name] = await hashesOf(sheet);
  return result;
}

async function hashesOf(sheet: PrintSheet): Promise<string[]> {
  const files = [await printSheetBytes(sheet), await printSheetPdf(sheet)];
  return files.map((bytes) => sha256(bytes).toString('hex'));
}

/** What may happen after a book was drawn: postings, another ceiling, another budget line, another spelling of a name. */
async function lifeGoesOn(hands: Office): Promise<void> {
  clock.moveTo(new Date('2026-10-20T03:00:00Z'));
  const next = await aDraft(app, hands, [AUGUST]);
  await answerFindings(app, next, hands.operator.id);
  await takeSteps(app, hands, next, 'release');
  await app.get(BudgetRevisionService).revise({
    payer: SIGUNTUR,
    label: 'DDS',
    fiscalYear: 2026,
    to: 1_500_000n,
    legalBasis: 'DPPA 1/2026',
    by: hands.operator.id,
  });
  await addFunding(app, hands, SITIUNG, 1_000_000n);
  await app.get(DataSource).transaction(async (tx) => {
    const [{ id }] = await tx.query<[{ id: number }]>(
      `insert into roster_import (kind, file_name, file_sha256, imported_by, imported_at, counts)
       values ('roster', 'test', repeat('1', 64), $1, $2, '{}') returning id`,
      [hands.operator.id, clock.now()],
    );
    await tx.query(
      `insert into roster_change (import_id, kader_id, field, before, after)
       select $1, id, 'NAMA', name, 'Yusnidar Binti Ahmad' from kader where nik_digest = $2`,
      [id, nikDigest(KADER)],
    );
    await tx.query(`update kader set name = 'Yusnidar Binti Ahmad' where nik_digest = $1`, [
      nikDigest(KADER),
    ]);
  });
}

describe('a book at a position of the chain', () => {
  it('has the same bytes for ever, whatever happens afterwards', async () => {
    const { position } = await ledger.trialBalance({});
    const before = await fingerprints(position);
    await lifeGoesOn(office);
    expect(await fingerprints(position)).toEqual(before);
    const now = await ledger.trialBalance({});
    expect(await hashesOf(now.sheet)).not.toEqual(before.neraca);
  });
});
