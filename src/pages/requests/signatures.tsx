import type { JSX } from 'preact';
import { missingFor, wordsOf } from '../../core/approval/missing-signatures.js';
import { signedSteps } from '../../core/approval/approval-bands.js';
import { stateNames } from '../../core/payment/request-state.js';
import type { RequestDetails } from '../../modules/payment-requests/payment-requests.service.js';
import type { RequestSigning } from '../../modules/payment-requests/request-evidence.service.js';
import { moment } from '../../web/pages/moment.js';

type Step = RequestDetails['steps'][number];

/** Who took which step, who signed besides, and whose signature is still awaited. */
export function Signatures({
  details,
  signing,
}: {
  details: RequestDetails;
  signing: RequestSigning;
}): JSX.Element {
  const missing = signedSteps.flatMap((step) => missingFor(step, signing.awaited).map(wordsOf));
  return (
    <section aria-labelledby="langkah-lalu">
      <h2 id="langkah-lalu">Langkah yang sudah diambil</h2>
      {details.steps.length === 0 && <p>Belum ada; SPP ini masih draf.</p>}
      <ol class="rows">
        {details.steps.map((step) => (
          <li key={step.takenAt.getTime()}>
            <Taken {...step} />
          </li>
        ))}
        {signing.countersignatures.map(({ signedBy, function: as, signedAt, position }) => (
          <li key={`${as} ${String(signedAt.getTime())}`}>
            <span>
              Ditandatangani sebagai {as}
              <small>
                {signedBy}, {position}, {moment(signedAt)}
              </small>
            </span>
          </li>
        ))}
      </ol>
      {missing.length > 0 && <p>Masih menunggu tanda tangan: {missing.join(', ')}.</p>}
    </section>
  );
}

function Taken({ to, takenBy, position, mandate, takenAt, reason }: Step): JSX.Element {
  return (
    <span>
      <strong>{to === 'draft' ? 'ditolak' : stateNames[to]}</strong>
      <small>
        {takenBy}, {position}
        {mandate !== null && `, ${mandate.capacity} ${mandate.principal}`}, {moment(takenAt)}
      </small>
      {reason !== null && <small>{reason}</small>}
    </span>
  );
}
