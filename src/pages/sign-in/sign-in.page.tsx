import type { JSX } from 'preact';
import { Field, Form, Send } from '../../web/pages/form.js';
import { Notice } from '../../web/pages/notice.js';
import { Page } from '../../web/pages/page.js';
import { ProblemNotice } from '../../web/pages/problem-page.js';
import type { ProblemDetails } from '../../web/problem-details.js';

export interface SignInView {
  readonly then: string;
  readonly username?: string;
  readonly refusal?: ProblemDetails;
  readonly hasSignedOut?: boolean;
  /** What people call the identity provider at which they can sign in too; undefined when there is none. */
  readonly provider: string | undefined;
}

/** Where people come in: name, password and code at once, so that nothing secret waits between two pages. */
export function signInPage({ then, username, refusal, hasSignedOut = false, provider }: SignInView): Page {
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
      {provider !== undefined && <AtProvider name={provider} then={then} />}
      <p class="hint">
        Lupa kata sandi, atau ponsel autentikator hilang? Minta tautan baru kepada pengelola sistem.
      </p>
    </div>,
    refusal?.status ?? 200,
  );
}

// A link, not a form: the policy of pages lets no form lead to another site, also not by a redirect.
function AtProvider({ name, then }: { name: string; then: string }): JSX.Element {
  const start = '/api/v1/oidc/start';
  return (
    <section aria-labelledby="penyedia">
      <h2 id="penyedia">Cara lain</h2>
      <p class="actions">
        <a class="button" href={then === '/' ? start : `${start}?then=${encodeURIComponent(then)}`}>
          Masuk dengan {name}
        </a>
      </p>
    </section>
  );
}
