import { Injectable } from '@nestjs/common';
import type { SlipRow } from '../../core/deduction/bp21/slip-rows.js';
import { slipTable } from '../../core/deduction/bp21/slip-table.js';
import { csvLines } from '../../core/formats/csv-lines.js';
import { sumRupiah, type Rupiah } from '../../core/shared/rupiah.js';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import { tableBytes } from '../../platform/files/table-bytes.js';
import { writeFileAtomically, type WrittenFile } from '../../platform/files/write-file-atomically.js';
import { AccessService } from '../access/access.service.js';
import { NumberExportsService } from '../privacy/number-exports.service.js';
import { SlipRowsService } from './slip-rows.service.js';

export interface SlipsWish {
  readonly payer: string;
  /** The month in which the honor was paid out. */
  readonly period: ServiceMonth;
  /** Ends in `.xlsx` or `.csv`, which says what is written. */
  readonly path: string;
}

export interface WrittenSlips extends WrittenFile {
  readonly rows: readonly SlipRow[];
  readonly gross: Rupiah;
  readonly tax: Rupiah;
}

/** The sheet names whole persons: nobody but who wrote it reads it. */
const OWNER_ONLY = 0o600;

/** The BP21 helper sheet: what the tax office's form of each withheld payment is filled in from. */
@Injectable()
export class WithholdingSlipsService {
  constructor(
    private readonly rows: SlipRowsService,
    private readonly access: AccessService,
    private readonly exports: NumberExportsService,
  ) {}

  /**
   * Writes a row for each payment of a month of which tax was withheld; the same month gives the same bytes. Who
   * takes the whole NIK is written down before.
   *
   * @throws Refusals with everything that is missing, of every kader: then nothing is written
   */
  async write({ payer, period, path }: SlipsWish): Promise<WrittenSlips> {
    await this.access.requirePayer('tax.slips', payer);
    const rows = await this.rows.ofMonth(payer, period);
    const table = slipTable(rows);
    const isCsv = path.toLowerCase().endsWith('.csv');
    const file = isCsv ? Buffer.from([...csvLines(table)].join('')) : await tableBytes('BP21', table);
    await this.exports.record({ what: 'bp21', payer, period }, file, rows.length);
    const written = await writeFileAtomically(path, [file], OWNER_ONLY);
    const payments = rows.map(({ payment }) => payment);
    return {
      ...written,
      rows,
      gross: sumRupiah(payments.map(({ gross }) => gross)),
      tax: sumRupiah(payments.map(({ tax }) => tax)),
    };
  }
}
