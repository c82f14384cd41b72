import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { deduct, isWithheld, type Deduction } from '../../src/core/deduction/deduct.js';
import type { DeductionKind, DeductionPolicyVersion } from '../../src/core/deduction/deduction-policy.js';
import { describeStep } from '../../src/core/deduction/deduction-step.js';
import { premiumMonths, premiumTreatments } from '../../src/core/deduction/premium-months.js';
import { treatmentsOn, type DeductionChoice } from '../../src/core/deduction/policy-in-force.js';
import { readDeductionPolicy } from '../../src/core/deduction/read-deduction-policy.js';
import { factsOn, type TaxFact, type TaxFactKind } from '../../src/core/deduction/tax-facts.js';
import { describe as wording } from '../../src/core/messages/describe.js';
import { DomainError } from '../../src/core/shared/domain-error.js';
import { plainDate } from '../../src/core/shared/plain-date.js';
import { serviceMonth } from '../../src/core/shared/service-month.js';

interface CaseFile {
  tanggal: string;
  pembayar: string;
  pilihan: { jenis: DeductionKind; kebijakan: string; sejak: string; catatan: string }[];
  kader: {
    nama: string;
    nik: string;
    bruto: number;
    bulan: string[];
    /** Months in which she served under this payer; all unless told. */
    bertugas?: string[];
    /** Months of which this payer paid her honor before. */
    'sudah-dibayar'?: string[];
    /** Months whose premium another payment carries. */
    'iuran-sudah'?: string[];
    catatan?: { npwp?: string; golongan?: string; kpj?: string; sejak: string }[];
  }[];
}

const factNames = {
  npwp: 'npwp',
  golongan: 'grade',
  kpj: 'participant',
  ptkp: 'ptkp',
} as const satisfies Record<string, TaxFactKind>;

/** Deducts a case folder (`kebijakan.yaml`, `honor.yaml`) and words the outcome as its `expected.yaml` does. */
export function deductionOutcomeOf(folder: string): unknown {
  const facts = parse(readFileSync(join(folder, 'honor.yaml'), 'utf8')) as CaseFile;
  const day = plainDate(facts.tanggal);
  const [choices, versions] = [facts.pilihan.map(readChoice), readVersions(folder)];
  const chosen = treatmentsOn(facts.pembayar, choices, versions, day);
  if ('problems' in chosen) return { kader: [], ditolak: chosen.problems.map(sentenceOf) };
  const all = facts.kader.flatMap(({ bulan }) => bulan.map(serviceMonth));
  const treatments = premiumTreatments(facts.pembayar, choices, versions, { months: all, on: day });
  if ('problems' in treatments) return { kader: [], ditolak: treatments.problems.map(sentenceOf) };
  const outcomes = facts.kader.map((kader, index) => {
    const recorded = (kader.catatan ?? []).flatMap(readFacts);
    const setOf = (months: readonly string[] = []) => new Set(months.map(serviceMonth));
    const known = {
      served: setOf(kader.bertugas ?? kader.bulan),
      carried: setOf(kader['iuran-sudah']),
      paid: setOf(kader['sudah-dibayar']),
    };
    const months = kader.bulan.map(serviceMonth);
    const premiums = premiumMonths({ months, facts: recorded, ...known }, treatments, day);
    const person = { kaderId: index + 1, name: kader.nama, nik: kader.nik, gross: BigInt(kader.bruto) };
    return { kader, outcome: deduct({ ...person, premiums, facts: factsOn(recorded, day) }, chosen) };
  });
  return {
    kader: outcomes.flatMap(({ kader, outcome }) =>
      outcome instanceof DomainError
        ? []
        : [{ nama: kader.nama, bersih: Number(outcome.net), potongan: outcome.deductions.map(worded) }],
    ),
    ditolak: outcomes.flatMap(({ outcome }) => (outcome instanceof DomainError ? [sentenceOf(outcome)] : [])),
  };
}

/** The policies of a case: its own file, or the shipped ones that it names. */
export function readVersions(folder: string): DeductionPolicyVersion[] {
  const text = readFileSync(join(folder, 'kebijakan.yaml'), 'utf8');
  const documents = parseAllDocuments(text, { schema: 'failsafe' }).flatMap((document) => {
    const content: unknown = document.toJS();
    return Array.isArray(content) ? content.map((name) => shipped(String(name))) : [content];
  });
  return documents.map((document, index) => ({
    id: index + 1,
    version: 1,
    policy: readDeductionPolicy(document),
  }));
}

function shipped(name: string): unknown {
  return parse(readFileSync(join('config/deductions', `${name}.yaml`), 'utf8'), { schema: 'failsafe' });
}

function readChoice({ jenis, kebijakan, sejak, catatan }: CaseFile['pilihan'][number]): DeductionChoice {
  return { kind: jenis, policy: kebijakan, from: plainDate(sejak), note: catatan };
}

export function readFacts({ sejak, ...values }: { sejak: string } & Record<string, string>): TaxFact[] {
  return Object.entries(factNames).flatMap(([name, kind]) => {
    const value = values[name];
    return value === undefined ? [] : [{ kind, value, from: plainDate(sejak) }];
  });
}

function worded(one: Deduction) {
  return {
    jenis: one.kind,
    ...(one.month === null ? {} : { bulan: one.month }),
    jumlah: Number(one.amount),
    ditanggung: isWithheld(one) ? 'kader' : one.borneBy,
    langkah: one.steps.map(describeStep),
  };
}

export function sentenceOf({ code, facts }: DomainError): string {
  return wording(code, facts);
}
