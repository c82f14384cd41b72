import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { activityKinds } from '../../src/core/activity/activity-type.js';
import { bidangStarts } from '../../src/core/bidang/bidang-start.js';
import { formatSource } from '../../src/core/funding/funding-rule.js';
import { FundingSources, type FundingSource } from '../../src/core/funding/funding-source.js';
import type { HonorRules } from '../../src/core/honor/calculate-kader-month.js';
import { calculateRegion } from '../../src/core/honor/calculate-region.js';
import type { KaderFacts, LeftOut } from '../../src/core/honor/kader-month.js';
import { noOtherPlaces, otherPlaces } from '../../src/core/honor/other-places.js';
import { describeReason } from '../../src/core/honor/describe-reason.js';
import { kaderRoles } from '../../src/core/kader/role.js';
import { bidangOfSpm, tiers, type Bidang } from '../../src/core/kader/vocabulary.js';
import { describe as wording } from '../../src/core/messages/describe.js';
import { readPolicy } from '../../src/core/policy/read-policy.js';
import { groupBy } from '../../src/core/shared/group-by.js';
import { plainDate, type PlainDate } from '../../src/core/shared/plain-date.js';
import { Refusals } from '../../src/core/shared/refusals.js';
import { monthOf, serviceMonth, type ServiceMonth } from '../../src/core/shared/service-month.js';
import { versionsInForce } from './recorded-policies.js';

interface FactsFile {
  bulan: string[];
  /** Shipped policy files, where the case has no `policy.yaml` of its own. */
  kebijakan?: string[];
  'sumber dana terdaftar': string[];
  /** Bidang that start in phases; left out: the kabupaten has no phases. */
  'bidang mulai'?: { bidang: Bidang; wilayah: string; nama: string; mulai: string; dasar: string }[];
  /** The region that calculates; left out: everybody is calculated whole. */
  'dihitung oleh'?: string;
  kader: {
    nama: string;
    /** Where she is on the roster now; left out: where her first SK is. */
    'terdaftar di'?: string;
    meninggal?: string;
    sk: {
      nomor: string;
      nagari: string;
      jabatan: string;
      bidang?: string;
      mulai: string;
      sampai: string | null;
    }[];
    tingkatan?: { tingkat: string; sertifikat: string; mulai: string; sampai: string | null }[];
    'kegiatan terverifikasi'?: Record<string, Record<string, number>>;
    'kegiatan di luar tugas'?: { jenis: string; tanggal: string; posyandu: string; sebab: LeftOut }[];
    'kegiatan posyandunya'?: Record<string, Record<string, { diadakan: number; dihadiri: number }>>;
  }[];
}

export const vocabulary = { roles: kaderRoles, tiers, bidang: bidangOfSpm, activityKinds };

/** Calculates a case folder (`policy.yaml`, `facts.yaml`) and words the outcome as its `expected.yaml` does. */
export function outcomeOf(folder: string): unknown {
  const facts = parse(readFileSync(join(folder, 'facts.yaml'), 'utf8')) as FactsFile;
  const sources = facts['sumber dana terdaftar'].map(readSource);
  const rules: HonorRules = {
    policies: readPolicies(folder, facts),
    sources: new FundingSources(sources),
    starts: bidangStarts((facts['bidang mulai'] ?? []).map(readStart)),
  };
  const people = facts.kader.map(readKader);
  try {
    const region = facts['dihitung oleh'];
    const others = region === undefined ? noOtherPlaces : otherPlaces(region, []);
    const outcome = calculateRegion(people, facts.bulan.map(serviceMonth), rules, others);
    return { ...worded(outcome, facts, sources), ditolak: [] };
  } catch (error) {
    if (!(error instanceof Refusals)) throw error;
    const refused = error.problems.map(({ code, facts }) => wording(code, facts));
    return { honor: [], 'tidak dibayar': [], ditolak: refused };
  }
}

function worded(
  { lines, exclusions }: ReturnType<typeof calculateRegion>,
  { kader }: FactsFile,
  sources: readonly FundingSource[],
) {
  const codeOf = (id: number) =>
    sources.map((one) => formatSource({ payer: one.payingBodyCode, label: one.label }))[id - 1];
  const nameOf = (id: number) => kader[id - 1]?.nama;
  return {
    honor: lines.map((line) => ({
      kader: nameOf(line.kaderId),
      bulan: line.month,
      komponen: line.component,
      jumlah: Number(line.amount),
      sumber: Object.fromEntries(
        line.shares.map(({ sourceId, amount }) => [codeOf(sourceId) ?? '', Number(amount)]),
      ),
      langkah: line.reasons.map(describeReason),
    })),
    'tidak dibayar': exclusions.map((one) => ({
      kader: nameOf(one.kaderId),
      bulan: one.month,
      komponen: one.component ?? 'semua',
      karena: wording(one.code, one.facts),
    })),
  };
}

function readPolicies(folder: string, { kebijakan }: FactsFile) {
  const files = kebijakan ?? [join(folder, 'policy.yaml')];
  const documents = files.flatMap((file) =>
    parseAllDocuments(readFileSync(file, 'utf8'), { schema: 'failsafe' }),
  );
  return versionsInForce(documents.map((document) => readPolicy(document.toJS(), vocabulary)));
}

function readStart({ bidang, wilayah, nama, mulai, dasar }: NonNullable<FactsFile['bidang mulai']>[number]) {
  return { bidang, regionCode: wilayah, regionName: nama, start: serviceMonth(mulai), basis: dasar };
}

function readSource(text: string, index: number): FundingSource {
  const [payingBodyCode = '', label = '', year] = text.split('/');
  return { id: index + 1, payingBodyCode, label, fiscalYear: Number(year) };
}

function readKader(kader: FactsFile['kader'][number], index: number): KaderFacts {
  return {
    id: index + 1,
    nagariCode: kader['terdaftar di'] ?? kader.sk[0]?.nagari ?? '',
    isPseudonymised: false,
    knownFromYear: null,
    deceasedOn: kader.meninggal === undefined ? null : plainDate(kader.meninggal),
    appointments: kader.sk.map((sk, at) => ({
      id: at + 1,
      nagariCode: sk.nagari,
      role: sk.jabatan,
      bidang: sk.bidang ?? 'kesehatan',
      skNumber: sk.nomor,
      from: plainDate(sk.mulai),
      to: dayOrNull(sk.sampai),
    })),
    tiers: (kader.tingkatan ?? []).map(({ tingkat, sertifikat, mulai, sampai }) => ({
      tier: tingkat,
      certificate: sertifikat,
      from: plainDate(mulai),
      to: dayOrNull(sampai),
    })),
    verifiedActivities: byMonth(kader['kegiatan terverifikasi'], (count) => count),
    leftOutActivities: groupBy(
      (kader['kegiatan di luar tugas'] ?? []).map(({ jenis, tanggal, posyandu, sebab }) => ({
        ...{ kind: jenis, on: plainDate(tanggal), posyandu, why: sebab },
      })),
      ({ on }) => monthOf(on),
    ),
    posyanduEvents: byMonth(kader['kegiatan posyandunya'], ({ diadakan, dihadiri }) => ({
      held: diadakan,
      attended: dihadiri,
    })),
  };
}

function dayOrNull(text: string | null): PlainDate | null {
  return text === null ? null : plainDate(text);
}

function byMonth<Written, Read>(
  months: Record<string, Record<string, Written>> = {},
  read: (written: Written) => Read,
): Map<ServiceMonth, Map<string, Read>> {
  return new Map(
    Object.entries(months).map(([month, kinds]) => [
      serviceMonth(month),
      new Map(Object.entries(kinds).map(([kind, written]) => [kind, read(written)])),
    ]),
  );
}
