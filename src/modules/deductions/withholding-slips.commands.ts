import { InvalidArgumentError, type Command } from 'commander';
import type { SlipRow } from '../../core/deduction/bp21/slip-rows.js';
import { recipientNitku } from '../../core/deduction/bp21/slip-table.js';
import { maskNik } from '../../core/formats/mask.js';
import { formatRupiah } from '../../core/shared/rupiah.js';
import { formatMonth, type ServiceMonth } from '../../core/shared/service-month.js';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { monthArgument } from '../../platform/command-line/options.js';
import { WithholdingSlipsService } from './withholding-slips.service.js';

interface SlipsOptions {
  readonly payer: string;
  readonly period: ServiceMonth;
  readonly out: string;
}

/** `tax bp21`: whole persons stand in the file only; what is shown on the way is masked. */
export function registerSlipsCommand(tax: Command, run: RunCommand): void {
  tax
    .command('bp21')
    .description(
      'menulis lembar bantu bukti potong BP21: satu baris tiap kader dan pembayaran yang dipotong PPh 21',
    )
    .requiredOption('--payer <code>', 'kode nagari atau OPD pemotong')
    .requiredOption('--period <month>', 'bulan pencairan honornya, misalnya 2026-07', monthArgument)
    .requiredOption(
      '--out <file>',
      'berkas tujuan, berakhiran .xlsx atau .csv; memuat NIK lengkap',
      tablePath,
    )
    .action(({ payer, period, out }: SlipsOptions) =>
      run(async (app) => {
        const { rows, ...file } = await app.get(WithholdingSlipsService).write({ payer, period, path: out });
        const totals = `bruto ${formatRupiah(file.gross)}, PPh 21 dipotong ${formatRupiah(file.tax)}`;
        return {
          json: { payer, period, ...file, rows: rows.map(shown) },
          lines: [
            ...rows.map(lineOf),
            `${file.path}: ${String(rows.length)} baris masa ${formatMonth(period)}, ${totals}, sha256 ${file.sha256}`,
            'Berkas ini memuat NIK lengkap dan hanya dapat dibaca oleh Anda. Cocokkan jumlahnya dengan Buku Pembantu Pajak bulan itu.',
          ],
        };
      }),
    );
}

function tablePath(text: string): string {
  if (/\.(xlsx|csv)$/i.test(text)) return text;
  throw new InvalidArgumentError('Nama berkas harus berakhiran .xlsx atau .csv.');
}

function shown({ payment, withholder, terms, address, ptkp, basePercent, ratePercents }: SlipRow) {
  const { name, nik, request, paidOn, gross, tax } = payment;
  const { npwp, nitku } = withholder;
  const { taxObject, nature, facility, kapKjs, documentKind } = terms;
  const masked = maskNik(nik);
  return {
    withholder: { npwp, nitku, name: withholder.name },
    recipient: { nik: masked, nitku: recipientNitku(masked), name, address, ptkp },
    taxObject,
    nature,
    facility,
    kapKjs,
    gross,
    basePercent,
    ratePercents,
    tax,
    document: { kind: documentKind, number: request, on: paidOn },
  };
}

function lineOf({ payment, terms, basePercent, ratePercents }: SlipRow): string {
  const { name, nik, request, gross, tax } = payment;
  const rate = `${String(basePercent)}% x ${ratePercents.join('% / ')}%`.replaceAll('.', ',');
  return `${name} (${maskNik(nik)}), ${request}: ${terms.taxObject}, bruto ${formatRupiah(gross)}, ${rate} = ${formatRupiah(tax)}`;
}
