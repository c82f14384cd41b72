import { maskAccount, maskNik } from '../formats/mask.js';
import { refusal } from '../formats/sheet/problem.js';
import { checkNik } from '../kader/check-nik.js';
import { describe } from '../messages/describe.js';
import { personOf, raise, subjectOf, type Finding } from './finding.js';
import { lookAlikesAmong } from './look-alikes.js';
import { personScore } from './person-score.js';
import type { AccountUnderControl, Member, Person, RequestUnderControl } from './request-under-control.js';

/**
 * C4 and C6: a NIK that can be hers, a NIK and an account that nobody else has, and nobody on any roster, of this
 * nagari or another, who seems to be the same person.
 */
export function controlPersons(request: RequestUnderControl): Finding[] {
  const lookAlikes = lookAlikesAmong([...request.members, ...request.neighbours]);
  return request.members.flatMap((member) => [
    ...impossibleNik(request, member),
    ...lookAlikes(member).flatMap((other) => compared(request, member, other)),
  ]);
}

function impossibleNik(request: RequestUnderControl, member: Member): Finding[] {
  const { nik, birthDate, sex } = member;
  const reason = /^\d{16}$/.test(nik)
    ? checkNik(nik, birthDate, sex)
    : refusal('control.nik-not-sixteen', {});
  if (reason === undefined) return [];
  return raise(request, 'control.nik-impossible', {
    subject: subjectOf(member),
    evidence: { ...personOf(member), reason: describe(reason.code, reason.facts) },
  });
}

function compared(request: RequestUnderControl, member: Member, other: Person): Finding[] {
  const subject = subjectOf(member);
  const who = { ...personOf(member), other: other.name, place: other.nagari };
  if (member.nik === other.nik) return raise(request, 'control.nik-shared', { subject, evidence: who });
  if (sameAccount(member.account, other.account) && !sameOwner(member, other)) {
    const account = maskAccount(member.account?.number ?? '');
    return raise(request, 'control.account-shared', { subject, evidence: { ...who, account } });
  }
  const score = personScore(member, other);
  if (score < request.settings.thresholds.samePersonPercent) return [];
  const evidence = { ...who, otherNik: maskNik(other.nik), score };
  return raise(request, 'control.same-person', { subject, evidence });
}

function sameAccount(one: AccountUnderControl | null, other: AccountUnderControl | null): boolean {
  return one !== null && other !== null && one.bank === other.bank && one.key === other.key;
}

/** One person has one account, also as the heir of another or of several; who that is, only a NIK says. */
function sameOwner(one: Person, other: Person): boolean {
  const owners = [one, other].map(({ nik, account }) => (account?.heir ? account.heir.nik : nik));
  return owners[0] !== null && owners[0] === owners[1];
}
