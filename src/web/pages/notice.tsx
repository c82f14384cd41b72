import type { ComponentChildren, JSX } from 'preact';

interface NoticeProps {
  readonly kind: 'good' | 'warning' | 'refusal';
  readonly title?: string;
  readonly children: ComponentChildren;
}

const words = { good: 'Berhasil', warning: 'Perhatikan', refusal: 'Belum berhasil' } as const;

/** Something to read first. A refusal is read out at once; no meaning hangs on colour alone. */
export function Notice({ kind, title, children }: NoticeProps): JSX.Element {
  return (
    <section class={`notice ${kind}`} role={kind === 'refusal' ? 'alert' : 'status'}>
      <strong>{title ?? words[kind]}</strong>
      <div>{children}</div>
    </section>
  );
}
