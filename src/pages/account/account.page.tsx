import type { JSX } from 'preact';
import type { AccessTokenRecord } from '../../modules/identity/access-tokens.service.js';
import type { Session } from '../../modules/identity/sessions.service.js';
import { deviceOf } from './device-of.js';
import { Form, Send } from '../../web/pages/form.js';
import { moment } from '../../web/pages/moment.js';
import { Notice } from '../../web/pages/notice.js';
import { Page } from '../../web/pages/page.js';

interface AccountView {
  readonly username: string;
  readonly fullName: string;
  readonly done: DoneHere | undefined;
  /** The session that looks. */
  readonly current: number;
  readonly sessions: readonly Session[];
  readonly factor: { readonly isConfirmed: boolean; readonly recoveryCodesLeft: number };
  readonly tokens: readonly AccessTokenRecord[];
}

export const doneWords = {
  'kata-sandi': 'Kata sandi sudah diganti. Sesi Anda di perangkat lain sudah berakhir.',
  sesi: 'Sesi itu sudah berakhir.',
  token: 'Token itu sudah dicabut.',
} as const;

export type DoneHere = keyof typeof doneWords;

export function accountPage(view: AccountView): Page {
  const { username, fullName, done, factor, tokens } = view;
  return new Page(
    'Akun',
    <>
      {done !== undefined && (
        <Notice kind="good">
          <p>{doneWords[done]}</p>
        </Notice>
      )}
      <p class="lead">
        {fullName} ({username})
      </p>
      <p class="actions">
        <a class="button" href="/akun/kata-sandi">
          Ganti kata sandi
        </a>
      </p>
      <Factor {...factor} />
      <Sessions {...view} />
      {tokens.length > 0 && <Tokens tokens={tokens} />}
    </>,
  );
}

function Factor({ isConfirmed, recoveryCodesLeft }: AccountView['factor']): JSX.Element {
  return (
    <section aria-labelledby="autentikator">
      <h2 id="autentikator">Autentikator</h2>
      {!isConfirmed && (
        <p>
          Belum dipasang. <a href="/akun/autentikator">Pasang sekarang</a>
        </p>
      )}
      {isConfirmed && (
        <>
          <p>
            Terpasang; kode pemulihan tersisa {String(recoveryCodesLeft)}.{' '}
            <a href="/akun/autentikator">Ganti autentikator</a>
          </p>
          <Form action="/akun/kode-pemulihan">
            <Send look="calm">Buat kode pemulihan baru</Send>
          </Form>
        </>
      )}
    </section>
  );
}

function Sessions({ sessions, current }: AccountView): JSX.Element {
  return (
    <section aria-labelledby="sesi">
      <h2 id="sesi">Perangkat yang sedang masuk</h2>
      <ul class="rows">
        {sessions.map(({ id, address, agent, signedInAt, hasSecondFactor }) => (
          <li key={id}>
            <span>
              {deviceOf(agent)}
              <small>
                dari {address}, masuk {moment(signedInAt)}
                {hasSecondFactor && ', dengan kode'}
              </small>
            </span>
            {id === current ? (
              <strong class="aside">Perangkat ini</strong>
            ) : (
              <Form action={`/akun/sesi/${String(id)}/akhiri`} label={`Akhiri sesi dari ${address}`}>
                <Send look="danger">Akhiri</Send>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Tokens({ tokens }: { tokens: readonly AccessTokenRecord[] }): JSX.Element {
  return (
    <section aria-labelledby="token">
      <h2 id="token">Token untuk mesin</h2>
      <ul class="rows">
        {tokens.map(({ id, name, operations, expiresAt, lastUsedAt }) => (
          <li key={id}>
            <span>
              {name}
              <small>
                {operations.join(', ')}; berlaku sampai {moment(expiresAt)}
              </small>
              <small>
                {lastUsedAt === null ? 'belum pernah dipakai' : `terakhir dipakai ${moment(lastUsedAt)}`}
              </small>
            </span>
            <Form action={`/akun/token/${String(id)}/cabut`} label={`Cabut token ${name}`}>
              <Send look="danger">Cabut</Send>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
