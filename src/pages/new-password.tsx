import type { JSX } from 'preact';
import { PASSWORD_LENGTH_MIN } from '../core/identity/password-rules.js';
import { DomainError } from '../core/shared/domain-error.js';
import { Field } from '../web/pages/form.js';

/** The two fields of a password that is chosen. */
export function NewPassword(): JSX.Element {
  const hint = `Sedikitnya ${String(PASSWORD_LENGTH_MIN)} huruf. Beberapa kata yang tidak berhubungan mudah diingat dan sulit ditebak; spasi boleh dipakai.`;
  const length = { minLength: PASSWORD_LENGTH_MIN, maxLength: 256 };
  return (
    <>
      <Field name="password" label="Kata sandi baru" hint={hint} isSecret fill="new-password" {...length} />
      <Field name="again" label="Kata sandi baru, sekali lagi" isSecret fill="new-password" {...length} />
    </>
  );
}

/** A typing error in a password shows only when it is too late. @throws DomainError `identity.password-differs` */
export function requireSame({ password, again }: { password: string; again: string }): void {
  if (password !== again) throw new DomainError('invalid', 'identity.password-differs', {});
}
