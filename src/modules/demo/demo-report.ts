import { join, relative } from 'node:path';
import { maskNik } from '../../core/formats/mask.js';
import { monthsPhrase } from '../../core/formats/months-phrase.js';
import { describe } from '../../core/messages/describe.js';
import { groupBy } from '../../core/shared/group-by.js';
import { formatRupiah, sumRupiah } from '../../core/shared/rupiah.js';
import { demoQuarter } from './demo-context.js';
import type { DemoResult } from './demo-summary.js';

/** What the demonstration did, for the person at the screen. */
export function demoReport(result: DemoResult): string[] {
  return [
    `Honor kader Kabupaten Dharmasraya, ${monthsPhrase(demoQuarter)}`,
    '',
    ...intakeLines(result),
    ...calculationLines(result),
    ...paymentLines(result),
    ...ledgerLines(result),
    ...faultLines(result),
    '',
    `Semua berkas ada di ${result.out}; ringkasannya summary.json.`,
  ];
}

function intakeLines({ intake }: DemoResult): string[] {
  const { files, refusedFiles, found, kader, activities } = intake;
  return [
    '1. Data masuk',
    `   ${String(files)} berkas dari nagari; ${String(refusedFiles)} ditolak utuh karena ${String(found.length)} masalah,`,
    '   diperbaiki pengirimnya, lalu diterima.',
    `   Tercatat ${String(kader)} kader dan ${String(activities)} kegiatan terverifikasi.`,
  ];
}

function calculationLines({ calculation }: DemoResult): string[] {
  const { kader, gross, exclusions } = calculation;
  const perKader = [...groupBy(exclusions, (exclusion) => exclusion.kaderId).values()];
  return [
    '2. Perhitungan',
    `   ${String(kader)} kader berhak ${formatRupiah(gross)}. Tidak dihitung:`,
    ...perKader.map(([first]) => {
      const person = `${first.kaderName} (${maskNik(first.nik)})`;
      return `   - ${person}: ${describe(first.code, first.facts)}`;
    }),
  ];
}

function paymentLines({ payments, cash }: DemoResult): string[] {
  const { requests, waiting } = payments;
  const settled = requests.filter((request) => request.status === 'settled').length;
  const net = sumRupiah(requests.map((request) => request.net));
  return [
    '3. Pembayaran',
    `   Uang masuk ${formatRupiah(cash.received)} dalam ${String(cash.tranches)} kali penyaluran, sebelum dibayarkan.`,
    `   ${String(requests.length)} SPP, masing-masing disusun, diverifikasi, disetujui dan dicairkan empat orang berbeda;`,
    `   ${String(settled)} lunas menurut jawaban bank: ${formatRupiah(net)}.`,
    ...waiting.map(({ message }) => `   Menunggu: ${message}`),
  ];
}

function ledgerLines({ ledger, journal, out, cash }: DemoResult): string[] {
  return [
    '4. Buku besar',
    `   ${String(ledger.entries)} jurnal dalam ${String(ledger.batches)} batch, ${ledger.verified ? 'utuh' : 'RUSAK'} setelah dihitung ulang;`,
    `   anggaran ${String(cash.bySource.size)} sumber dana ${cash.proven ? 'sama dengan' : 'BERBEDA dari'} mutasi, buku besar dan SPP-nya;`,
    `   ${monthsPhrase(demoQuarter)} ditutup; buku satu nagari ada di ${relative('.', join(out, 'buku')) || '.'};`,
    `   ujung rantai ${ledger.head}. Periksa sendiri: hledger -f ${relative('.', journal.path) || out} bal`,
    `   dan node ${relative('.', join(out, 'paket-audit', 'verify-audit-pack.mjs'))} --anchor ${ledger.head}`,
  ];
}

function faultLines({ faults }: DemoResult): string[] {
  return [
    '5. Kesalahan yang sengaja ditanam',
    ...faults.flatMap(({ isHandled, fault, name, paid, reason }) => [
      `   ${isHandled ? 'v' : 'X'} ${fault}: ${name}, dibayar ${formatRupiah(paid)}`,
      `     ${reason ?? 'TIDAK DITEMUKAN'}`,
    ]),
  ];
}
