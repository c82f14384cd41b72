import { Field, Form, Send } from '../../web/pages/form.js';
import { Notice } from '../../web/pages/notice.js';
import { Page } from '../../web/pages/page.js';
import { ProblemNotice } from '../../web/pages/problem-page.js';
import type { ProblemDetails } from '../../web/problem-details.js';

interface SignInView {
  readonly then: string;
  readonly username?: string;
  readonly refusal?: ProblemDetails;
  readonly hasSignedOut?: boolean;
}

/** Where people come in: name, password and code at once, so that nothing secret waits between two pages. */
export function signInPage({ then, username, refusal, hasSignedOut = false }: SignInView): Page {
  const codeHint =
    'Enam angka dari aplikasi autentikator, atau satu kode pemulihan. Kosongkan bila Anda belum memasangnya.';
  return new Page(
    'Masuk',
    <div class="narrow">
      {refusal !== undefined && <ProblemNotice details={refusal} />}
      {hasSignedOut && refusal === undefined && (
        <Notice kind="good" title="Anda sudah keluar">
          <p>Sesi di perangkat ini sudah berakhir.</p>
        </Notice>
      )}
      <Form action="/masuk">
        <Field name="username" label="Nama pengguna" value={username} fill="username" maxLength={40} />
        <Field name="password" label="Kata sandi" isSecret fill="current-password" maxLength={256} />
        <Field
          name="code"
          label="Kode"
          hint={codeHint}
          fill="one-time-code"
          maxLength={40}
          isOptional
          isCode
        />
        {then !== '/' && <input type="hidden" name="lanjut" value={then} />}
        <Send>Masuk</Send>
      </Form>
      <p class="hint">
        Lupa kata sandi, atau ponsel autentikator hilang? Minta tautan baru kepada pengelola sistem.
      </p>
    </div>,
    refusal?.status ?? 200,
  );
}
