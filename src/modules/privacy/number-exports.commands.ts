import type { Command } from 'commander';
import type { RunCommand } from '../../platform/command-line/command-runner.js';
import { NumberExportsService, type RecordedExport } from './number-exports.service.js';

/** `privacy exports`: who took files with whole numbers. */
export function registerNumberExportsCommand(privacy: Command, run: RunCommand): void {
  privacy
    .command('exports')
    .description('siapa mengambil berkas bank (rekening utuh) dan lembar BP21 (NIK utuh) sebuah pembayar')
    .requiredOption('--payer <code>', 'kode nagari atau OPD yang membayar')
    .action(({ payer }: { payer: string }) =>
      run(async (app) => {
        const all = await app.get(NumberExportsService).list(payer);
        return { json: all, lines: all.length === 0 ? ['Belum pernah diambil.'] : all.map(lineOf) };
      }),
    );
}

function lineOf({ at, what, request, period, by, position, rows, sha256, ...from }: RecordedExport): string {
  const who = by === null ? `sistem (${from.agent})` : `${by} (${String(position)})`;
  const of = `${what} ${request ?? String(period)}`;
  return `${at.toISOString()} ${of}: ${who}, dari ${from.address}: ${String(rows)} baris, sha256 ${sha256}`;
}
