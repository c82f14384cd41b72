import { bankText } from '../../formats/bank-transfer/bank-text.js';
import { isAccountOfPseudonym } from '../../privacy/pseudonym.js';
import { DomainError } from '../../shared/domain-error.js';
import { formatDate, type PlainDate } from '../../shared/plain-date.js';
import { bankFinder, type Bank } from '../bank.js';
import { checkNik } from '../check-nik.js';
import { findTerm, type HeirTerm, type HeirTerms } from './heir-terms.js';

/** An heir as somebody states her, nothing of it checked yet. */
export interface StatedHeir {
  readonly name: string;
  readonly relation: string;
  /** Undefined where she has none to show. */
  readonly nik: string | undefined;
  /** Day of death as the proof says. */
  readonly diedOn: PlainDate;
  readonly proof: {
    readonly kind: string;
    readonly number: string;
    readonly date: PlainDate;
    readonly issuer: string;
    /** Of the scanned proof, hex. */
    readonly sha256: string | undefined;
  };
  readonly account: { readonly bank: string; readonly number: string; readonly name: string };
}

/** What a record of an heir says once it is checked: words by their codes, the account as digits. */
export interface HeirRecord {
  readonly name: string;
  readonly relation: string;
  readonly nik: string | null;
  readonly diedOn: PlainDate;
  readonly proofKind: string;
  readonly proofNumber: string;
  readonly proofDate: PlainDate;
  readonly proofIssuer: string;
  readonly proofSha256: string | null;
  readonly bankCode: string;
  readonly accountNumber: string;
  readonly accountName: string;
}

/** Who died, as the roster knows it. */
export interface DeadKader {
  readonly name: string;
  readonly nik: string;
  readonly deceasedOn: PlainDate | null;
}

export interface HeirLists {
  readonly terms: HeirTerms;
  readonly banks: readonly Bank[];
  readonly today: PlainDate;
}

const LONGEST_BANK_NAME = 40;

/** Checks a stated heir against the roster and the lists; everything wrong with it is told at once. */
export function checkHeir(
  stated: StatedHeir,
  dead: DeadKader,
  { terms, banks, today }: HeirLists,
): { readonly heir: HeirRecord } | { readonly problems: readonly DomainError[] } {
  const relation = findTerm(terms.relations, stated.relation);
  const kind = findTerm(terms.proofs, stated.proof.kind);
  const bank = bankFinder(banks)(stated.account.bank);
  const accountNumber = stated.account.number.replace(/[\s.-]/g, '');
  const problems = [
    ...checkDeath(stated, dead),
    ...checkPerson(stated, dead),
    ...checkProof(stated, today),
    ...checkAccountNumber(accountNumber),
    ...checkWords(stated),
  ];
  if (relation === undefined) problems.push(unknownTerm('heir.relation-unknown', terms.relations));
  if (kind === undefined) problems.push(unknownTerm('heir.proof-unknown', terms.proofs));
  if (bank === undefined) {
    const names = banks.map(({ name }) => name).join(', ');
    problems.push(new DomainError('invalid', 'roster.bank-unknown', { banks: names }));
  }
  if (relation === undefined || kind === undefined || bank === undefined || problems.length > 0) {
    return { problems };
  }
  const codes = { relation: relation.code, proofKind: kind.code, bankCode: bank.code };
  return { heir: { ...recordOf(stated), ...codes, accountNumber } };
}

function recordOf({ name, nik, diedOn, proof, account }: StatedHeir) {
  return {
    name: name.trim(),
    nik: nik ?? null,
    diedOn,
    proofNumber: proof.number.trim(),
    proofDate: proof.date,
    proofIssuer: proof.issuer.trim(),
    proofSha256: proof.sha256?.toLowerCase() ?? null,
    accountName: account.name.trim(),
  };
}

/** The roster says who died, and when; the proof must say the same. */
function checkDeath({ diedOn }: StatedHeir, { name, deceasedOn }: DeadKader): DomainError[] {
  if (deceasedOn === null) return [new DomainError('conflict', 'heir.kader-alive', { name })];
  if (deceasedOn === diedOn) return [];
  const facts = { name, roster: formatDate(deceasedOn), proof: formatDate(diedOn) };
  return [new DomainError('conflict', 'heir.death-differs', facts)];
}

function checkPerson({ nik }: StatedHeir, dead: DeadKader): DomainError[] {
  if (nik === undefined) return [];
  if (!/^\d{16}$/.test(nik)) return [new DomainError('invalid', 'heir.nik-not-sixteen', {})];
  if (nik === dead.nik) return [new DomainError('invalid', 'heir.is-the-dead', { name: dead.name })];
  const reason = checkNik(nik);
  return reason === undefined ? [] : [new DomainError('invalid', reason.code, reason.facts)];
}

function checkProof({ proof, diedOn }: StatedHeir, today: PlainDate): DomainError[] {
  const date = formatDate(proof.date);
  const isHash = proof.sha256 === undefined || /^[0-9a-f]{64}$/i.test(proof.sha256);
  const problems = isHash ? [] : [new DomainError('invalid', 'heir.proof-hash-unreadable', {})];
  if (proof.date < diedOn) {
    const facts = { date, diedOn: formatDate(diedOn) };
    return [...problems, new DomainError('invalid', 'heir.proof-before-death', facts)];
  }
  if (proof.date <= today) return problems;
  return [...problems, new DomainError('invalid', 'heir.proof-in-future', { date })];
}

function checkAccountNumber(number: string): DomainError[] {
  if (!/^\d{5,20}$/.test(number)) return [new DomainError('invalid', 'heir.account-unreadable', {})];
  if (isAccountOfPseudonym(number)) return [new DomainError('invalid', 'roster.account-impossible', {})];
  return /^(\d)\1*$/.test(number) ? [new DomainError('invalid', 'roster.account-one-digit', {})] : [];
}

/** Nothing blank, and names that a bank can write. */
function checkWords({ name, proof, account }: StatedHeir): DomainError[] {
  const blank = Object.entries({ 'proof-number': proof.number, 'proof-issuer': proof.issuer }).filter(
    ([, text]) => text.trim() === '',
  );
  const unwritable = [name, account.name].some((text) => bankText(text, LONGEST_BANK_NAME) === '');
  return [
    ...blank.map(([option]) => new DomainError('invalid', 'heir.blank', { option })),
    ...(unwritable ? [new DomainError('invalid', 'roster.name-not-latin', {})] : []),
  ];
}

function unknownTerm(
  code: 'heir.relation-unknown' | 'heir.proof-unknown',
  terms: readonly HeirTerm[],
): DomainError {
  return new DomainError('invalid', code, { choices: terms.map(({ name }) => name).join(', ') });
}
