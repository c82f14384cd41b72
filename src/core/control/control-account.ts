import { maskAccount } from '../formats/mask.js';
import { personKey } from '../kader/person-name.js';
import { personOf, raise, subjectOf, type Finding } from './finding.js';
import { nameScore } from './name-score.js';
import type { RequestUnderControl } from './request-under-control.js';

/** C8 and C10: money goes to an account in the kader's own name. */
export function controlAccount(request: RequestUnderControl): Finding[] {
  return request.members.flatMap((member) => {
    if (member.account === null) return [];
    const { number, holder } = member.account;
    const score = holderScore(member.name, holder);
    if (score >= request.settings.thresholds.holderPercent) return [];
    return raise(request, 'control.account-not-hers', {
      subject: subjectOf(member),
      evidence: { ...personOf(member), account: maskAccount(number), holder, score },
    });
  });
}

/** Banks cut long names off and leave words out, so whole words of hers and nothing else are hers too. */
function holderScore(name: string, holder: string): number {
  const [own, booked] = [personKey(name), personKey(holder)];
  const words = own.split(' ');
  const isPart = booked !== '' && booked.split(' ').every((word) => words.includes(word));
  const isCut = booked.length >= 10 && own.startsWith(booked);
  return isPart || isCut ? 100 : nameScore(name, holder);
}
