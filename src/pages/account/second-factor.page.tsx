import type { JSX } from 'preact';
import type { AuthenticatorSecret } from '../../modules/identity/second-factor.service.js';
import { qrCode, qrSvg } from '../../platform/files/qr-code.js';
import { Field, Form, Send } from '../../web/pages/form.js';
import { Notice } from '../../web/pages/notice.js';
import { Page } from '../../web/pages/page.js';
import { ProblemNotice } from '../../web/pages/problem-page.js';
import type { ProblemDetails } from '../../web/problem-details.js';

const TITLE = 'Autentikator';

/** Why a second factor, and the button that begins it: the secret is shown once, so nothing shows it by itself. */
export function beginPage({ isReplacing }: { isReplacing: boolean }): Page {
  return new Page(
    TITLE,
    <div class="narrow">
      <p>
        Menyetujui, mencairkan dan mengelola meminta kode enam angka dari aplikasi autentikator di ponsel
        Anda, selain kata sandi. Pasang satu: misalnya Aegis, Google Authenticator, Microsoft Authenticator
        atau 2FAS.
      </p>
      {isReplacing && (
        <Notice kind="warning">
          <p>Anda sudah memasang autentikator. Bila diganti, yang lama tidak berlaku lagi.</p>
        </Notice>
      )}
      <Form action="/akun/autentikator">
        <Send>{isReplacing ? 'Ganti autentikator' : 'Pasang sekarang'}</Send>
      </Form>
      {!isReplacing && (
        <p>
          <a href="/">Nanti saja</a>
        </p>
      )}
    </div>,
  );
}

/** The secret as a picture and as text, and the field for its first code. */
export function secretPage({ secret, uri }: AuthenticatorSecret): Page {
  return new Page(
    TITLE,
    <div class="narrow">
      <ol class="steps">
        <li>
          <p>Buka aplikasi autentikator, pilih tambah akun, lalu pindai gambar ini.</p>
          <Picture uri={uri} />
          <p>
            Membuka halaman ini di ponsel itu juga? <a href={uri}>Tambahkan langsung</a>, atau salin rahasia
            ini:
          </p>
          <p class="secret">{inFours(secret)}</p>
        </li>
        <li>
          <p>Tulis kode enam angka yang ditampilkan aplikasi itu.</p>
          <FirstCode />
        </li>
      </ol>
    </div>,
  );
}

/** The secret was given already; only its first code was wrong. */
export function codeAgainPage(refusal: ProblemDetails): Page {
  return new Page(
    TITLE,
    <div class="narrow">
      <ProblemNotice details={refusal} />
      <FirstCode />
      <p>Bila tetap tidak cocok, mulai lagi dengan rahasia yang baru:</p>
      <Form action="/akun/autentikator" label="Mulai lagi">
        <Send look="calm">Mulai lagi</Send>
      </Form>
    </div>,
    refusal.status,
  );
}

interface RecoveryCodesView {
  readonly codes: readonly string[];
  /** They replace earlier ones; otherwise they come with a new authenticator. */
  readonly isAnew: boolean;
  readonly then: string;
}

/** The recovery codes, this once. */
export function recoveryCodesPage({ codes, isAnew, then }: RecoveryCodesView): Page {
  return new Page(
    'Kode pemulihan',
    <div class="narrow">
      <Notice kind="good" title={isAnew ? 'Kode lama tidak berlaku lagi' : 'Autentikator terpasang'}>
        <p>Simpan kode di bawah ini sekarang. Halaman ini tidak dapat ditampilkan lagi.</p>
      </Notice>
      <p>
        Bila ponsel hilang, satu kode menggantikan kode enam angka, masing-masing sekali. Salin ke kertas dan
        simpan di tempat yang terkunci, tidak bersama ponsel.
      </p>
      <ol class="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p class="actions">
        <a class="button" href={then}>
          Sudah saya simpan
        </a>
      </p>
    </div>,
  );
}

function FirstCode(): JSX.Element {
  return (
    <Form action="/akun/autentikator/pengesahan">
      <Field name="code" label="Kode enam angka" fill="one-time-code" maxLength={10} isCode />
      <Send>Sahkan</Send>
    </Form>
  );
}

// The renderer escapes text; this markup is ours, made of numbers alone.
function Picture({ uri }: { uri: string }): JSX.Element {
  const svg = qrSvg(qrCode(uri, 'Byte'));
  return (
    <div
      class="qr"
      role="img"
      aria-label="Kode QR rahasia autentikator; isinya sama dengan teks di bawahnya"
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}

function inFours(secret: string): string {
  return (secret.match(/.{1,4}/g) ?? []).join(' ');
}
