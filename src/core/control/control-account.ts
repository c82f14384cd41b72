import { maskAccount } from '../formats/mask.js';
import { wordsOf } from '../formats/sheet/words.js';
import { personKey } from '../kader/person-name.js';
import { personOf, raise, subjectOf, type Finding } from './finding.js';
import { nameScore } from './name-score.js';
import type { RequestUnderControl } from './request-under-control.js';

/** No bank cuts a name off before so many letters. */
const SHORTEST_CUT = 10;

/** C8 and C10: money goes to an account in the kader's own name, or in her heir's when she died. */
export function controlAccount(request: RequestUnderControl): Finding[] {
  return request.members.flatMap((member) => {
    if (member.account === null) return [];
    const { number, holder, heir } = member.account;
    const score = holderScore(heir?.name ?? member.name, holder);
    if (score >= request.settings.thresholds.holderPercent) return [];
    return raise(request, 'control.account-not-hers', {
      subject: subjectOf(member),
      evidence: { ...personOf(member), account: maskAccount(number), holder, score },
    });
  });
}

/** Banks cut long names off and leave words out, so whole words of hers and nothing else are hers too. */
function holderScore(name: string, holder: string): number {
  const [own, booked] = [wordsOf(name), wordsOf(holder)];
  // A name without a Latin letter is compared as it is written.
  if (own === '' || booked === '') return name.trim() === holder.trim() ? 100 : 0;
  const words = own.split(' ');
  const isPart = booked.split(' ').every((word) => words.includes(word));
  const isCut = booked.length >= SHORTEST_CUT && personKey(name).startsWith(booked);
  return isPart || isCut ? 100 : nameScore(name, holder);
}
