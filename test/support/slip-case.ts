import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { slipRows, type WithheldPayment } from '../../src/core/deduction/bp21/slip-rows.js';
import { slipTable } from '../../src/core/deduction/bp21/slip-table.js';
import { readWithholder } from '../../src/core/deduction/bp21/withholder.js';
import type { DeductionPolicyVersion } from '../../src/core/deduction/deduction-policy.js';
import { incomeTax } from '../../src/core/deduction/income-tax.js';
import { versionOn } from '../../src/core/deduction/policy-in-force.js';
import { factsOn } from '../../src/core/deduction/tax-facts.js';
import { csvLines } from '../../src/core/formats/csv-lines.js';
import { DomainError } from '../../src/core/shared/domain-error.js';
import { plainDate } from '../../src/core/shared/plain-date.js';
import { Refusals } from '../../src/core/shared/refusals.js';
import { readFacts, readVersions, sentenceOf } from './deduction-case.js';

interface CaseFile {
  pembayar: string;
  pemotong: { npwp: string; nitku: string; nama: string; sejak: string }[];
  pembayaran: {
    tanggal: string;
    spp: string;
    kebijakan: string;
    nama: string;
    nik: string;
    jorong: string | null;
    bruto: number;
    catatan?: ({ sejak: string } & Record<string, string>)[];
  }[];
}

/** The helper sheet of a case folder (`kebijakan.yaml`, `pembayaran.yaml`) as CSV, or the sentences that refuse it. */
export function slipsOf(folder: string): string | { readonly ditolak: readonly string[] } {
  const text = readFileSync(join(folder, 'pembayaran.yaml'), 'utf8');
  const { pembayar, pemotong, pembayaran } = parse(text) as CaseFile;
  const versions = numbered(readVersions(folder));
  const withholders = pemotong.map(({ nama, sejak, ...numbers }) =>
    readWithholder({ ...numbers, name: nama, from: plainDate(sejak) }),
  );
  try {
    const payments = pembayaran.map((one, index) => paymentOf(one, index, versions));
    const table = slipTable(slipRows(payments, { payer: pembayar, withholders, versions }));
    return [...csvLines(table)].join('').replace('\uFEFF', '').replaceAll('\r\n', '\n');
  } catch (error) {
    if (error instanceof Refusals) return { ditolak: error.problems.map(sentenceOf) };
    throw error;
  }
}

/** What the folder says must come out: `bp21.csv`, or `ditolak.yaml`. */
export function expectedSlipsOf(folder: string): unknown {
  const sheet = join(folder, 'bp21.csv');
  if (existsSync(sheet)) return readFileSync(sheet, 'utf8');
  return parse(readFileSync(join(folder, 'ditolak.yaml'), 'utf8')) as unknown;
}

/** Documents of one code are its versions, in the order of the file. */
function numbered(documents: readonly DeductionPolicyVersion[]): DeductionPolicyVersion[] {
  return documents.map((one, index) => ({
    ...one,
    version: documents.slice(0, index + 1).filter(({ policy }) => policy.code === one.policy.code).length,
  }));
}

function paymentOf(
  { tanggal, spp, kebijakan, nama, nik, jorong, bruto, catatan }: CaseFile['pembayaran'][number],
  index: number,
  versions: readonly DeductionPolicyVersion[],
): WithheldPayment {
  const paidOn = plainDate(tanggal);
  const facts = factsOn((catatan ?? []).flatMap(readFacts), paidOn);
  const applied = versionOn(versions, kebijakan, paidOn);
  if (applied?.policy.treatment.kind !== 'pph21')
    throw new Error(`${kebijakan} is no tax policy of ${tanggal}`);
  const worked = incomeTax(applied.policy.treatment, BigInt(bruto), facts, { kader: nama, nik });
  if (worked instanceof DomainError) throw worked;
  const place = {
    isPseudonymised: false,
    jorong,
    nagari: 'Siguntur',
    district: 'Sitiung',
    regency: 'Dharmasraya',
  };
  const person = { kaderId: index + 1, name: nama, nik, ...place };
  const { amount: tax, steps } = worked;
  return { ...person, request: spp, paidOn, gross: BigInt(bruto), tax, policyId: applied.id, steps, facts };
}
