import { randomUUID } from 'node:crypto';
import type { ComponentChildren, JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { invariant } from '../../core/shared/invariant.js';
import { formFields } from './form-bodies.js';
import { FormToken } from './form-token.js';

interface FormProps {
  readonly action: string;
  /** The version of what is shown, when the form changes it. */
  readonly seen?: string;
  /** For screen readers, where the page has several forms. */
  readonly label?: string;
  readonly children: ComponentChildren;
}

/** A form that changes something. It brings its page's token, and a key of its own: two taps count as one. */
export function Form({ action, seen, label, children }: FormProps): JSX.Element {
  const token = useContext(FormToken);
  invariant(token !== '', 'every page with a form is drawn with its token');
  return (
    <form method="post" action={action} aria-label={label}>
      <input type="hidden" name={formFields.token} value={token} />
      <input type="hidden" name={formFields.key} value={randomUUID()} />
      {seen !== undefined && <input type="hidden" name={formFields.version} value={seen} />}
      {children}
    </form>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly isSecret?: boolean;
  readonly value?: string | undefined;
  readonly isOptional?: boolean;
  /** What the browser may fill in, by WCAG 1.3.5. */
  readonly fill?: string;
  readonly maxLength?: number;
  readonly minLength?: number;
  readonly isCode?: boolean;
}

/** A field with its label, and what to know before filling it in. */
export function Field(props: FieldProps): JSX.Element {
  const { name, label, hint, isSecret = false, value, isOptional = false } = props;
  const { fill = 'off', maxLength = 200, minLength, isCode = false } = props;
  const hintId = hint === undefined ? undefined : `${name}-petunjuk`;
  const attributes = {
    id: name,
    name,
    value,
    required: !isOptional,
    autocomplete: fill,
    maxLength,
    minLength,
    'aria-describedby': hintId,
    autocapitalize: 'none',
    spellcheck: false,
    ...(isCode && { class: 'code' }),
  } as const;
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={hintId}>
          {hint}
        </p>
      )}
      {isSecret ? <input type="password" {...attributes} /> : <input type="text" {...attributes} />}
    </div>
  );
}

interface WordsProps extends Pick<FieldProps, 'name' | 'label' | 'hint'> {
  /** Where the page has several fields of this name. */
  readonly id?: string;
}

/** Several lines of words. */
export function Words({ name, label, hint, id = name }: WordsProps): JSX.Element {
  const hintId = hint === undefined ? undefined : `${id}-petunjuk`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={hintId}>
          {hint}
        </p>
      )}
      <textarea id={id} name={name} rows={3} maxLength={500} required aria-describedby={hintId} />
    </div>
  );
}

interface SendProps {
  readonly children: ComponentChildren;
  readonly look?: 'main' | 'calm' | 'danger';
}

export function Send({ children, look = 'main' }: SendProps): JSX.Element {
  return (
    <button type="submit" class={look}>
      {children}
    </button>
  );
}
