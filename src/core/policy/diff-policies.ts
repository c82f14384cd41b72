import { formatDate, monthName, parsePlainDate } from '../shared/plain-date.js';
import { formatRupiah } from '../shared/rupiah.js';
import {
  componentLine,
  describeComponent,
  describeFunding,
  describeProration,
  roundingWords,
} from './describe-component.js';
import type { HonorComponent } from './honor-component.js';
import type { HonorPolicy } from './honor-policy.js';
import { versionWords, type Supersession } from './supersession.js';

/** One thing that two versions of a policy say otherwise, in words; null where one of them does not say it. */
export interface PolicyDifference {
  /** `components[honor-bulanan].amount`. */
  readonly path: string;
  /** "besaran". */
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * What changed from one version to another, in the order of the later one. Components are the same when their
 * codes are, wherever they stand in the document.
 */
export function diffPolicies(before: HonorPolicy, after: HonorPolicy): PolicyDifference[] {
  const [old, now] = [fieldsOf(before, after), fieldsOf(after, before)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((path) => {
    const difference = { before: old.get(path) ?? null, after: now.get(path) ?? null };
    return difference.before === difference.after ? [] : [{ path, label: labelOf(path), ...difference }];
  });
}

/** One line: "components[honor-bulanan].amount (besaran): Rp75.000 menjadi Rp100.000". */
export function differenceLine({ path, label, before, after }: PolicyDifference): string {
  const where = label === '' ? path : `${path} (${label})`;
  if (before === null) return `${where}: baru, ${after ?? ''}`;
  return after === null ? `${where}: dihapus, dahulu ${before}` : `${where}: ${before} menjadi ${after}`;
}

type Fields = Map<string, string>;

/** A component that the other version lacks is one field, told whole. */
function fieldsOf(policy: HonorPolicy, other: HonorPolicy): Fields {
  const { components, supersedes, decemberPayableFrom: december, ...rest } = policy;
  const fields: Fields = new Map();
  addFields(fields, '', rest);
  if (december !== null) {
    fields.set('decemberPayableFrom', `${String(december.day)} Desember (${december.basis})`);
  }
  if (supersedes !== null) fields.set('supersedes', supersessionWords(supersedes));
  for (const component of components) {
    const path = `components[${component.code}]`;
    const known = other.components.find(({ code }) => code === component.code);
    if (known?.kind === component.kind) addComponent(fields, path, component);
    else fields.set(path, componentLine(describeComponent(component)));
  }
  return fields;
}

function supersessionWords({ versions, reason, retroactiveClause }: Supersession): string {
  const clause = retroactiveClause === null ? '' : `; berlaku surut: ${retroactiveClause}`;
  return `${versions.map(versionWords).join(', ')}, karena ${reason}${clause}`;
}

function addComponent(fields: Fields, path: string, component: HonorComponent): void {
  const { funding, ...own } = component;
  const words = {
    ...('rounding' in component && { rounding: roundingWords[component.rounding] }),
    ...('proration' in component && { proration: describeProration(component) }),
  };
  addFields(fields, path, { ...own, ...words });
  fields.set(`${path}.funding`, describeFunding(funding));
}

function addFields(fields: Fields, path: string, value: unknown): void {
  const text = textOf(path, value);
  if (text !== undefined) fields.set(path, text);
  else if (value instanceof Map) {
    for (const [key, each] of value as ReadonlyMap<string, unknown>)
      addFields(fields, `${path}.${key}`, each);
  } else {
    for (const [key, each] of Object.entries(value as object)) {
      addFields(fields, path === '' ? key : `${path}.${key}`, each);
    }
  }
}

/** Undefined for what has fields of its own. */
function textOf(path: string, value: unknown): string | undefined {
  if (value === null) return path === 'validTo' ? 'seterusnya' : 'tidak ada';
  if (typeof value === 'bigint') return formatRupiah(value);
  if (Array.isArray(value)) return value.map((each: unknown) => textOf(path, each) ?? '').join(', ');
  if (typeof value === 'number') return path.endsWith('.paidIn') ? monthName(value) : String(value);
  if (typeof value !== 'string') return undefined;
  const day = parsePlainDate(value);
  return day === undefined ? value : formatDate(day);
}

const labels: Readonly<Record<string, string>> = {
  name: 'nama',
  scope: 'wilayah',
  opd: 'OPD',
  'opd.code': 'OPD',
  'opd.bidang': 'bidang yang dibayar OPD',
  topsUp: 'kebijakan yang ditambah',
  'legalBasis.number': 'nomor dasar hukum',
  'legalBasis.date': 'tanggal dasar hukum',
  'legalBasis.title': 'judul dasar hukum',
  'legalBasis.fileSha256': 'SHA-256 berkas dasar hukum',
  supersedes: 'menggantikan',
  validFrom: 'berlaku mulai',
  validTo: 'berlaku sampai',
  decemberPayableFrom: 'Desember boleh dibayar mulai',
  changeWithinMonth: 'bulan yang dimulai di tengah',
};

const componentLabels: Readonly<Record<string, string>> = {
  '': 'komponen',
  name: 'nama',
  amount: 'besaran',
  amounts: 'besaran',
  total: 'jumlah dengan honor dasar',
  withoutTier: 'besaran tanpa tingkatan',
  unpaid: 'bidang yang belum dibayar',
  of: 'dihitung dari',
  rate: 'tarif',
  rates: 'tarif atau batas per jenis kegiatan',
  activityKinds: 'jenis kegiatan',
  activityCountMax: 'paling banyak kegiatan sebulan',
  eventCountMax: 'paling banyak kehadiran sebulan',
  amountMax: 'paling banyak sebulan',
  threshold: 'ambang kehadiran',
  below: 'di bawah ambang',
  paidIn: 'bulan bayar',
  proration: 'masa tidak penuh',
  rounding: 'pembulatan',
  funding: 'dana',
};

function labelOf(path: string): string {
  const [, field] = /^components\[[^\]]*\]\.?([A-Za-z]*)/.exec(path) ?? [];
  return field === undefined ? (labels[path] ?? '') : (componentLabels[field] ?? '');
}
