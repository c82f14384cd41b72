import type { JSX } from 'preact';
import type { LinkContents } from '../../modules/identity/links.service.js';
import { Field, Form, Send } from '../../web/pages/form.js';
import { moment } from '../../web/pages/moment.js';
import { Page } from '../../web/pages/page.js';
import { ProblemNotice } from '../../web/pages/problem-page.js';
import type { ProblemDetails } from '../../web/problem-details.js';
import { NewPassword } from '../new-password.js';
import type { LinkForm } from './link.form.js';

interface LinkView {
  readonly token: string;
  readonly link: LinkContents;
  readonly filled?: Partial<LinkForm>;
  readonly refusal?: ProblemDetails;
}

const titles = {
  'first-administrator': 'Pengelola pertama',
  invitation: 'Selamat datang',
  reset: 'Kata sandi baru',
} as const;

/** Where the holder of a one-time link chooses a password. Looking at it uses nothing up. */
export function linkPage(view: LinkView): Page {
  const { token, link, refusal, filled = {} } = view;
  const { username, expiresAt } = link;
  return new Page(
    titles[link.purpose],
    <div class="narrow">
      {refusal !== undefined && <ProblemNotice details={refusal} />}
      {username !== undefined && (
        <p>
          Tautan ini untuk pengguna <strong>{username}</strong>. Pilih kata sandi Anda.
        </p>
      )}
      <Form action={`/tautan/${encodeURIComponent(token)}`}>
        {username === undefined ? <Person {...filled} /> : <KnownName username={username} />}
        <NewPassword />
        <Send>Simpan dan masuk</Send>
      </Form>
      <p class="hint">Tautan ini dapat dipakai sekali, paling lambat {moment(expiresAt)}.</p>
    </div>,
    refusal?.status ?? 200,
  );
}

function Person({ username, fullName, position }: Partial<LinkForm>): JSX.Element {
  return (
    <>
      <p>Anda akan mengelola sistem ini: pengguna, wewenang, wilayah dan aturan.</p>
      <Field
        name="username"
        label="Nama pengguna"
        hint="Huruf kecil, tanpa spasi, misalnya siti.aminah. Dipakai untuk masuk."
        value={username}
        fill="username"
        maxLength={40}
      />
      <Field name="fullName" label="Nama lengkap" value={fullName} fill="name" />
      <Field name="position" label="Jabatan" value={position} fill="organization-title" />
    </>
  );
}

// For the browser's keeper of passwords.
function KnownName({ username }: { username: string }): JSX.Element {
  return <input type="hidden" autocomplete="username" value={username} />;
}
