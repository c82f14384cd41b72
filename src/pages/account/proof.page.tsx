import { Field, Form, Send } from '../../web/pages/form.js';
import { Page } from '../../web/pages/page.js';
import { ProblemNotice } from '../../web/pages/problem-page.js';
import type { ProblemDetails } from '../../web/problem-details.js';

/** The field of a code, for whoever has an authenticator. */
export function CodeField({ isNeeded }: { isNeeded: boolean }) {
  const hint = 'Enam angka dari aplikasi autentikator, atau satu kode pemulihan.';
  return isNeeded ? (
    <Field name="code" label="Kode" hint={hint} fill="one-time-code" maxLength={40} isCode />
  ) : null;
}

interface ProofView {
  readonly then: string;
  readonly hasAuthenticator: boolean;
  readonly refusal?: ProblemDetails;
}

/** Where somebody who is signed in shows once more who she is, before something that should not happen by accident. */
export function proofPage({ then, hasAuthenticator, refusal }: ProofView): Page {
  return new Page(
    'Benarkah ini Anda?',
    <div class="narrow">
      {refusal !== undefined && <ProblemNotice details={refusal} />}
      <p>Tindakan ini meminta kata sandi Anda sekali lagi. Sesudah itu ulangi tindakannya.</p>
      <Form action="/bukti">
        <Field name="password" label="Kata sandi" isSecret fill="current-password" maxLength={256} />
        <CodeField isNeeded={hasAuthenticator} />
        {then !== '/' && <input type="hidden" name="lanjut" value={then} />}
        <Send>Lanjutkan</Send>
      </Form>
    </div>,
    refusal?.status ?? 200,
  );
}
