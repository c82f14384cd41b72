import type { JSX } from 'preact';
import { monthsPhrase } from '../../core/formats/months-phrase.js';
import { stateNames } from '../../core/payment/request-state.js';
import { formatRupiah } from '../../core/shared/rupiah.js';
import type { ListedRequest } from '../../modules/payment-requests/request-list.service.js';

/** Requests as rows that lead to each. */
export function RequestRows({ requests }: { requests: readonly ListedRequest[] }): JSX.Element {
  return (
    <ul class="rows links">
      {requests.map(({ request, payerName }) => (
        <li key={request.id}>
          <a href={`/spp/${String(request.id)}`}>
            <span>
              <strong>{payerName}</strong>
              <small>
                {request.number}, {monthsPhrase(request.months)}
              </small>
            </span>
            <span class="aside">
              <strong>{formatRupiah(request.net)}</strong>
              <small class={`state ${request.state}`}>{stateNames[request.state]}</small>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
