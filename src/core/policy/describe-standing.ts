import { formatDate, type PlainDate } from '../shared/plain-date.js';
import { daysWords, type Days } from './days-in-force.js';
import type { HonorPolicy } from './honor-policy.js';
import { versionWords, type VersionName } from './supersession.js';

/** What became of a version since it was recorded. */
export interface Standing {
  readonly inForce: readonly Days[];
  readonly recorded: { readonly by: string; readonly on: PlainDate };
  readonly replaces: readonly VersionName[];
  readonly replacedBy: readonly VersionName[];
  readonly withdrawn: { readonly by: string; readonly on: PlainDate; readonly reason: string } | null;
}

/** Who recorded a version, what it replaced and why, what replaced it, and when it is in force: a sentence each. */
export function describeStanding(policy: HonorPolicy, standing: Standing): string[] {
  const { replaces, replacedBy, withdrawn } = standing;
  const { number, date } = policy.legalBasis;
  return [
    `Dicatat ${formatDate(standing.recorded.on)} oleh ${standing.recorded.by}.`,
    ...(replaces.length === 0
      ? []
      : [
          `Menggantikan ${namesOf(replaces)}${whyWords(policy)}, dengan dasar ${number} tanggal ${formatDate(date)}.`,
        ]),
    ...clauseWords(policy),
    ...(replacedBy.length === 0 ? [] : [`Digantikan oleh ${namesOf(replacedBy)}.`]),
    ...(withdrawn === null
      ? []
      : [`Ditarik ${formatDate(withdrawn.on)} oleh ${withdrawn.by}: ${withdrawn.reason}`]),
    inForceWords(standing),
    ...decemberWords(policy),
    ...fileWords(policy),
  ];
}

/** Whether a version holds on exactly the days it was recorded with. */
export function holdsAsRecorded({ validFrom, validTo }: HonorPolicy, { inForce }: Standing): boolean {
  const [only, ...others] = inForce;
  return others.length === 0 && only?.from === validFrom && only.to === validTo;
}

function whyWords({ supersedes }: HonorPolicy): string {
  return supersedes === null ? '' : ` karena ${supersedes.reason}`;
}

function clauseWords({ supersedes }: HonorPolicy): string[] {
  const clause = supersedes?.retroactiveClause ?? null;
  return clause === null ? [] : [`Berlaku surut menurut dasar hukumnya: ${clause}`];
}

function decemberWords({ decemberPayableFrom: rule }: HonorPolicy): string[] {
  if (rule === null) return [];
  return [`Desember boleh dihitung dan dibayar mulai ${String(rule.day)} Desember (${rule.basis}).`];
}

function fileWords({ legalBasis: { number, fileSha256 } }: HonorPolicy): string[] {
  return fileSha256 === null ? [] : [`Berkas ${number}: SHA-256 ${fileSha256}`];
}

function inForceWords({ inForce }: Standing): string {
  if (inForce.length === 0) return 'Tidak berlaku lagi pada hari mana pun.';
  return `Berlaku ${inForce.map(daysWords).join(', dan ')}.`;
}

function namesOf(versions: readonly VersionName[]): string {
  return versions.map(versionWords).join(' dan ');
}
