import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PrintSheet } from '../../core/formats/print-sheet.js';
import { invariant } from '../../core/shared/invariant.js';
import { monthOf } from '../../core/shared/service-month.js';
import { printSheetBytes } from '../../platform/files/print-sheet-bytes.js';
import { printSheetPdf } from '../../platform/files/print-sheet-pdf.js';
import { writeFileAtomically } from '../../platform/files/write-file-atomically.js';
import { sha256 } from '../../platform/sha256.js';
import { today } from '../../platform/today.js';
import { BudgetBooksService } from '../books/budget-books.service.js';
import { CashBooksService } from '../books/cash-books.service.js';
import { LedgerBooksService } from '../books/ledger-books.service.js';
import { AuditPackService } from '../ledger/audit-pack.service.js';
import { LedgerPeriodsService } from '../ledger/ledger-periods.service.js';
import { PaymentProofService } from '../ledger/payment-proof.service.js';
import { demoQuarter, type DemoContext } from './demo-context.js';
import { demoOffice } from './demo-office.js';
import type { SettledRequest } from './demo-payments.js';
import { DemoRepository } from './demo.repository.js';

/** A file of the books, of a proof, or of the pack for an auditor. */
export interface BookFile {
  readonly kind: 'book' | 'proof' | 'audit-pack';
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The months of the quarter are closed, one after the other, when everything is paid. */
export async function closeQuarter(context: DemoContext): Promise<void> {
  const dinkes = { code: 'DINKES', name: 'Dinas Kesehatan', isNagari: false };
  const { treasurer } = await demoOffice(context, dinkes);
  for (const month of demoQuarter)
    await context.app.get(LedgerPeriodsService).close(month, treasurer.username);
}

/** The books of the first paying body, the proof of one payment, and the pack for an auditor. */
export async function writeBooks(
  { app, clock, out }: DemoContext,
  [request]: readonly SettledRequest[],
): Promise<BookFile[]> {
  invariant(request !== undefined, 'somebody was paid');
  const { payerCode: payer } = request;
  const wish = { payer, month: monthOf(today(clock)) };
  const [nik] = await app.get(DemoRepository).paidBy(request.number);
  invariant(nik !== undefined, 'the request paid somebody');
  const cash = app.get(CashBooksService);
  const [general, bank] = [await cash.general(wish), await cash.bank(wish)];
  const activity = await app.get(BudgetBooksService).activity(wish);
  const balance = await app.get(LedgerBooksService).trialBalance({ payer });
  const card = await app.get(LedgerBooksService).card({ kader: nik });
  const folder = join(out, 'buku');
  return [
    await writeSheet(join(folder, 'bku.pdf'), general.sheet),
    await writeSheet(join(folder, 'bku.xlsx'), general.sheet),
    await writeSheet(join(folder, 'bank.pdf'), bank.sheet),
    await writeSheet(join(folder, 'kegiatan.pdf'), activity.sheet),
    await writeSheet(join(folder, 'neraca.pdf'), balance.sheet),
    await writeSheet(join(folder, 'kartu-kader.pdf'), card.sheet),
    await writeProof(app, join(folder, 'bukti.txt'), { kader: nik, request: request.number }),
    ...(await writePack(app, join(out, 'paket-audit'))),
  ];
}

async function writeSheet(path: string, sheet: PrintSheet): Promise<BookFile> {
  const content = await (path.endsWith('.pdf') ? printSheetPdf(sheet) : printSheetBytes(sheet));
  return { kind: 'book', ...(await writeFileAtomically(path, [content])) };
}

async function writeProof(
  app: DemoContext['app'],
  path: string,
  payment: { readonly kader: string; readonly request: string },
): Promise<BookFile> {
  const { text } = await app.get(PaymentProofService).proveOfPayment(payment, { untilHead: true });
  return { kind: 'proof', ...(await writeFileAtomically(path, [`${text}\n`])) };
}

async function writePack(app: DemoContext['app'], folder: string): Promise<BookFile[]> {
  const { files } = await app.get(AuditPackService).write(folder);
  const names = [...Object.keys(files), 'manifest.json'];
  return Promise.all(
    names.map(async (name): Promise<BookFile> => {
      const path = join(folder, name);
      const content = await readFile(path);
      return { kind: 'audit-pack', path, bytes: content.length, sha256: sha256(content).toString('hex') };
    }),
  );
}
