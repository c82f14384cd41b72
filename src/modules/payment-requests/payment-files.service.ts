import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  bankTransferFileName,
  bankTransferLines,
  requestSlug,
} from '../../core/formats/bank-transfer/bank-transfer.js';
import { buildRecipientsList } from '../../core/formats/recipients-list/build-recipients-list.js';
import { bankFinder } from '../../core/kader/bank.js';
import { bankTransferOf, recipientOf } from '../../core/payment/payment-papers.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { sumRupiah, type Rupiah } from '../../core/shared/rupiah.js';
import type { Tx } from '../../platform/database/transaction.js';
import { printSheetBytes } from '../../platform/files/print-sheet-bytes.js';
import { writeFileAtomically, type WrittenFile } from '../../platform/files/write-file-atomically.js';
import { AccessService } from '../access/access.service.js';
import { BanksService } from '../kader-roster/banks.service.js';
import { NumberExportsService } from '../privacy/number-exports.service.js';
import { PaymentFilesRepository } from './payment-files.repository.js';
import type { PaymentRequestRow } from './payment-request.row.js';
import { PaymentRequestsRepository } from './payment-requests.repository.js';
import { RecipientsListHeading } from './recipients-list-heading.js';

/** A file of a payment, with the control totals a person can hold against a bank's screen. */
export interface PaymentFile extends WrittenFile {
  readonly kind: 'recipients-list' | 'bank-csv';
  readonly rows: number;
  readonly total: Rupiah;
}

/** The bank file names whole accounts: nobody but who wrote it reads it. */
const OWNER_ONLY = 0o600;

/** Writes the papers of a payment request. The same request gives the same bytes, whenever it is exported. */
@Injectable()
export class PaymentFilesService {
  @Inject() private readonly exports!: NumberExportsService;

  constructor(
    private readonly dataSource: DataSource,
    private readonly requests: PaymentRequestsRepository,
    private readonly repository: PaymentFilesRepository,
    private readonly heading: RecipientsListHeading,
    private readonly banks: BanksService,
    private readonly access: AccessService,
  ) {}

  /**
   * Writes down who takes the whole account numbers, then gives them.
   *
   * @throws DomainError before the request is released: until then there is nothing to pay from
   */
  async export(number: string, folder: string): Promise<PaymentFile[]> {
    await this.access.requireRequest('disbursement.export', number);
    const { lines, heading } = await this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const request = await this.requireReleased(tx, number);
      return {
        lines: await this.repository.lines(tx, request.id),
        heading: await this.heading.of(tx, request),
      };
    });
    const findBank = bankFinder(await this.banks.list());
    const bankName = (code: string): string => findBank(code)?.name ?? code;
    const list = { ...heading, recipients: lines.map((line) => recipientOf(line, bankName(line.bankCode))) };
    const transfers = lines.map((line) => bankTransferOf(line, bankName(line.bankCode), heading.months));
    const totals = { rows: lines.length, total: sumRupiah(lines.map((line) => line.net)) };
    // Both are composed before the first is written: a transfer no bank could make must not leave a list behind.
    const sheet = await printSheetBytes(buildRecipientsList(list));
    const bankFile = Buffer.from([...bankTransferLines(transfers)].join(''));
    const listPath = join(folder, `daftar-penerimaan_${requestSlug(number)}.xlsx`);
    const bankPath = join(folder, bankTransferFileName(number, totals.rows, totals.total));
    await this.exports.record({ what: 'bank-file', request: number }, bankFile, totals.rows);
    return [
      { kind: 'recipients-list', ...(await writeFileAtomically(listPath, [sheet])), ...totals },
      { kind: 'bank-csv', ...(await writeFileAtomically(bankPath, [bankFile], OWNER_ONLY)), ...totals },
    ];
  }

  private async requireReleased(tx: Tx, number: string): Promise<PaymentRequestRow> {
    const request = await this.requests.byNumber(tx, number);
    if (request === null) throw new DomainError('missing', 'payment.request-unknown', { request: number });
    if (request.state === 'disbursing' || request.state === 'settled') return request;
    throw new DomainError('conflict', 'payment.exported-too-early', { number, state: request.state });
  }
}
