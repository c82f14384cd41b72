import type { JSX } from 'preact';
import type { OwnSignature } from '../../core/payment/own-signature.js';
import { formatRupiah } from '../../core/shared/rupiah.js';
import { Form, Send } from '../../web/pages/form.js';
import { SecondFactorNeeded } from './own-step-forms.js';
import type { RequestView } from './request-view.service.js';

interface SignatureProps {
  readonly view: RequestView;
  readonly path: string;
}

/** The further signatures that whoever looks is asked for, each as a form of one button. */
export function OwnSignatureForms({ view, path }: SignatureProps): JSX.Element | null {
  const { signatures } = view;
  if (signatures.length === 0) return null;
  const own = signatures.filter(({ isByPosition }) => isByPosition);
  if (own.length === 0) {
    return (
      <details>
        <summary>Tanda tangani menurut jabatan Anda</summary>
        <p>Hanya bila jabatan itu memang Anda pangku: nama Anda tercatat pada tanda tangan ini.</p>
        <Signing view={view} path={path} signatures={signatures} />
      </details>
    );
  }
  return (
    <section class="act" aria-labelledby="tanda-tangan">
      <h2 id="tanda-tangan">Tanda tangan Anda diminta</h2>
      <Signing view={view} path={path} signatures={own} />
    </section>
  );
}

function Signing({
  view,
  path,
  signatures,
}: SignatureProps & { signatures: readonly OwnSignature[] }): JSX.Element {
  const { net, kaderCount } = view.listed.request;
  if (signatures.some(({ obstacle }) => obstacle !== undefined)) return <SecondFactorNeeded path={path} />;
  return (
    <>
      <p>
        {formatRupiah(net)} untuk {String(kaderCount)} kader. Dengan menekan tombol ini Anda
        menandatanganinya.
      </p>
      {signatures.map(({ function: name }) => (
        <Form key={name} action={`${path}/tanda-tangan`} seen={view.version} label={`Tanda tangan ${name}`}>
          <input type="hidden" name="jabatan" value={name} />
          <Send>Tanda tangani sebagai {name}</Send>
        </Form>
      ))}
    </>
  );
}
