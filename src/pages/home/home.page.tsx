import type { JSX } from 'preact';
import type { ListedRequest } from '../../modules/payment-requests/request-list.service.js';
import { Notice } from '../../web/pages/notice.js';
import { Page } from '../../web/pages/page.js';
import type { ShownGrant } from '../grant-words.service.js';
import { RequestRows } from '../requests/request-rows.js';

interface HomeView {
  readonly fullName: string;
  readonly position: string;
  readonly grants: readonly ShownGrant[];
  /** Who she is as a kader, by the number. */
  readonly kader: readonly number[];
  /** Undefined for somebody who has nothing to do with requests. */
  readonly waiting: readonly ListedRequest[] | undefined;
  readonly hasAuthenticator: boolean;
}

export function homePage({ fullName, position, grants, kader, waiting, hasAuthenticator }: HomeView): Page {
  return new Page(
    'Beranda',
    <>
      <p class="lead">
        {fullName}, {position}
      </p>
      {!hasAuthenticator && (
        <Notice kind="warning" title="Pasang autentikator">
          <p>
            Tanpa kode dari ponsel Anda tidak dapat menyetujui, mencairkan atau mengelola.{' '}
            <a href="/akun/autentikator">Pasang sekarang</a>
          </p>
        </Notice>
      )}
      {kader.map((id) => (
        <p class="actions" key={id}>
          <a class="button" href={`/kader/${String(id)}`}>
            Honor saya
          </a>
        </p>
      ))}
      {waiting !== undefined && <Waiting requests={waiting} />}
      <section aria-labelledby="wewenang">
        <h2 id="wewenang">Wewenang Anda</h2>
        <Grants grants={grants} />
      </section>
    </>,
  );
}

function Waiting({ requests }: { requests: readonly ListedRequest[] }): JSX.Element {
  return (
    <section aria-labelledby="menunggu">
      <h2 id="menunggu">Menunggu Anda</h2>
      {requests.length === 0 ? (
        <p>Tidak ada SPP yang menunggu langkah Anda.</p>
      ) : (
        <RequestRows requests={requests} />
      )}
    </section>
  );
}

function Grants({ grants }: { grants: readonly ShownGrant[] }): JSX.Element {
  if (grants.length === 0) return <p>Belum ada. Mintalah kepada pengelola sistem.</p>;
  return (
    <ul class="rows">
      {grants.map(({ role, scope }) => (
        <li key={`${role} ${scope}`}>
          <span>{role}</span>
          <span class="aside">{scope}</span>
        </li>
      ))}
    </ul>
  );
}
