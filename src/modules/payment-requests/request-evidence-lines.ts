import { stateAfter } from '../../core/approval/approval-bands.js';
import { wordsOf } from '../../core/approval/missing-signatures.js';
import { stateNames, stepNames } from '../../core/payment/request-state.js';
import { dayOf } from '../../platform/today.js';
import type { TakenStep } from './payment-requests.repository.js';
import type { RequestEvidence, RequestSigning, ShownFinding } from './request-evidence.service.js';
import type { ShownCountersignature, ShownMandate } from './request-signatures.repository.js';

const severityWords = { block: 'MENGHENTIKAN', warn: 'perlu dijawab' } as const;

/** Who took which step, when, for whom and with what remark. */
export function stepLine({ to, takenBy, position, mandate, takenAt, reason }: TakenStep): string {
  const why = reason === null ? '' : `: ${reason}`;
  return `${dayOf(takenAt)} ${stateNames[to]} oleh ${takenBy}, ${position}${actingFor(mandate)}${why}`;
}

/** Signatures and findings of a request, for people. */
export function evidenceLines({ signing, findings }: RequestEvidence, submission: number): string[] {
  return [
    ...bandLines(signing),
    ...signing.countersignatures.map((given) => countersignatureLine(given, submission)),
    ...awaitedLines(signing),
    ...findings.flatMap(findingLines),
  ];
}

function bandLines({ bands, isFrozen, awaited }: RequestSigning): string[] {
  if (bands.length === 0) return ['Jenjang persetujuan: tidak ada; cukup empat orang yang berbeda.'];
  const when = isFrozen ? '' : ' (bila diajukan hari ini)';
  const enough = 'Jumlah ini tidak meminta tanda tangan lain: cukup empat orang yang berbeda.';
  return [
    ...bands.map(
      ({ scope, version, name, legalBasis }) =>
        `Jenjang persetujuan${when}: ${scope} versi ${String(version)}, ${name}, ${legalBasis.number}.`,
    ),
    ...(awaited.length === 0 ? [enough] : []),
  ];
}

function countersignatureLine(given: ShownCountersignature, submission: number): string {
  const { signedAt, function: name, signedBy, position, mandate, note } = given;
  const old =
    given.submission === submission ? '' : ` (pengajuan ${String(given.submission)}, tidak berlaku lagi)`;
  const remark = note === null ? '' : `: ${note}`;
  return `${dayOf(signedAt)} ditandatangani ${name}: ${signedBy}, ${position}${actingFor(mandate)}${old}${remark}`;
}

function awaitedLines({ awaited }: RequestSigning): string[] {
  return awaited
    .filter(({ given, signers }) => given < signers)
    .map(
      (one) => `Menunggu tanda tangan ${wordsOf(one)} sebelum langkah ${stepNames[stateAfter[one.step]]}.`,
    );
}

function actingFor(mandate: ShownMandate | null): string {
  if (mandate === null) return '';
  const { principal, position, basis, validFrom, validTo } = mandate;
  return `, untuk ${principal}, ${position} (${basis}, ${validFrom} s.d. ${validTo})`;
}

function findingLines({ finding, control, severity, sentence, ...one }: ShownFinding): string[] {
  const accepted = one.acceptedBy === null ? '' : `, diterima ${one.acceptedBy}`;
  return [
    `Temuan ${String(finding)} ${control} ${severityWords[severity]}: ${sentence}`,
    ...(one.answer === null ? [] : [`  Jawaban ${one.answeredBy ?? ''}${accepted}: ${one.answer}`]),
  ];
}
