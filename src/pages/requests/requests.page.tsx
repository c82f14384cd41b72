import type { ListedRequest } from '../../modules/payment-requests/request-list.service.js';
import { Page } from '../../web/pages/page.js';
import { RequestRows } from './request-rows.js';

interface RequestsView {
  readonly requests: readonly ListedRequest[];
  /** The number before which the next page begins; undefined on the last. */
  readonly before: number | undefined;
}

/** All requests that somebody may see, the newest first. */
export function requestsPage({ requests, before }: RequestsView): Page {
  return new Page(
    'SPP',
    <>
      {requests.length === 0 ? <p>Belum ada SPP di wilayah Anda.</p> : <RequestRows requests={requests} />}
      {before !== undefined && (
        <p class="actions">
          <a class="button" href={`/spp?sebelum=${String(before)}`}>
            Yang lebih lama
          </a>
        </p>
      )}
    </>,
  );
}
