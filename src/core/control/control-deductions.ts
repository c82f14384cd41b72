import { raise, personOf, subjectOf, type Finding } from './finding.js';
import type { DeductionUnderControl, Member, RequestUnderControl } from './request-under-control.js';

/** C9: what is cut is cut by a policy with a legal basis. */
export function controlDeductionBasis(request: RequestUnderControl): Finding[] {
  return deductionsOfMembers(request)
    .filter(([, { policy }]) => policy === null)
    .flatMap(([member, { kind, amount }]) =>
      raise(request, 'control.deduction-without-basis', {
        subject: subjectOf(member, kind),
        evidence: { ...personOf(member), kind, amount },
      }),
    );
}

/** C18: a contribution to BPJS is cut only from whom BPJS knows by a number. */
export function controlContributionNumber(request: RequestUnderControl): Finding[] {
  return deductionsOfMembers(request)
    .filter(([, { kind, proof }]) => kind.startsWith('bpjs') && (proof === null || proof.trim() === ''))
    .flatMap(([member, { kind, amount }]) =>
      raise(request, 'control.contribution-without-number', {
        subject: subjectOf(member, kind),
        evidence: { ...personOf(member), kind, amount },
      }),
    );
}

function deductionsOfMembers(request: RequestUnderControl): [Member, DeductionUnderControl][] {
  return request.members.flatMap((member) =>
    request.deductions
      .filter(({ kaderId, amount }) => kaderId === member.kaderId && amount > 0n)
      .map((deduction): [Member, DeductionUnderControl] => [member, deduction]),
  );
}
