import { Field, Form, Send } from '../../web/pages/form.js';
import { Page } from '../../web/pages/page.js';
import { ProblemNotice } from '../../web/pages/problem-page.js';
import type { ProblemDetails } from '../../web/problem-details.js';
import { NewPassword } from '../new-password.js';
import { CodeField } from './proof.page.js';

/** Where one changes one's own password; other sessions end with the old one. */
export function passwordPage(hasAuthenticator: boolean, refusal?: ProblemDetails): Page {
  return new Page(
    'Ganti kata sandi',
    <div class="narrow">
      {refusal !== undefined && <ProblemNotice details={refusal} />}
      <p>Sesi Anda di perangkat lain berakhir bila kata sandi diganti.</p>
      <Form action="/akun/kata-sandi">
        <Field name="current" label="Kata sandi sekarang" isSecret fill="current-password" maxLength={256} />
        <NewPassword />
        <CodeField isNeeded={hasAuthenticator} />
        <Send>Ganti kata sandi</Send>
      </Form>
    </div>,
    refusal?.status ?? 200,
  );
}
