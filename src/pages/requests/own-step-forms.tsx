import type { JSX } from 'preact';
import { wordsOf } from '../../core/approval/missing-signatures.js';
import type { OwnStep } from '../../core/payment/own-step.js';
import { formatRupiah } from '../../core/shared/rupiah.js';
import { Form, Send, Words } from '../../web/pages/form.js';
import { proofPath } from '../../web/pages/own-path.js';
import { Notice } from '../../web/pages/notice.js';
import type { RequestView } from './request-view.service.js';

interface OwnStepProps {
  readonly view: RequestView;
  readonly path: string;
}

const words = {
  submit: { title: 'Ajukan SPP ini', verb: 'Ajukan', address: 'pengajuan' },
  verify: { title: 'Verifikasi SPP ini', verb: 'Verifikasi', address: 'verifikasi' },
  approve: { title: 'Setujui SPP ini', verb: 'Setujui', address: 'persetujuan' },
  release: { title: 'Cairkan SPP ini', verb: 'Cairkan', address: 'pencairan' },
} as const satisfies Record<OwnStep['step'], object>;

/** The step that is for whoever looks, as forms: one button to take it, and another way with a reason. */
export function OwnStepForms({ view, path }: OwnStepProps): JSX.Element | null {
  const { own, version, mayReject } = view;
  if (own === undefined) return mayReject ? <Rejection path={path} version={version} /> : null;
  return (
    <>
      <section class="act" aria-labelledby="langkah">
        <h2 id="langkah">{words[own.step].title}</h2>
        {own.obstacle === undefined ? (
          <Taking view={view} path={path} own={own} />
        ) : (
          <Obstacle of={own.obstacle} path={path} missing={view.listed.missing} />
        )}
      </section>
      {mayReject && own.obstacle !== 'another-hand' && <Rejection path={path} version={version} />}
    </>
  );
}

function Taking({ view, path, own }: OwnStepProps & { own: OwnStep }): JSX.Element {
  const { verb, address } = words[own.step];
  const { net, kaderCount } = view.listed.request;
  return (
    <Form action={`${path}/${address}`} seen={view.version}>
      <p>
        {formatRupiah(net)} untuk {String(kaderCount)} kader. Dengan menekan tombol ini Anda
        menandatanganinya.
      </p>
      <Send>
        {verb} {formatRupiah(net)}
      </Send>
    </Form>
  );
}

interface ObstacleProps {
  readonly of: NonNullable<OwnStep['obstacle']>;
  readonly path: string;
  readonly missing: RequestView['listed']['missing'];
}

function Obstacle({ of, path, missing }: ObstacleProps): JSX.Element {
  if (of === 'another-hand') {
    return <p>Anda sudah mengambil langkah lain dalam SPP ini. Langkah berikut harus diambil orang lain.</p>;
  }
  if (of === 'signatures-missing') {
    return <p>Langkah ini menunggu tanda tangan: {missing.map(wordsOf).join(', ')}.</p>;
  }
  return <SecondFactorNeeded path={path} />;
}

/** What to do first where a signature asks for the second factor. */
export function SecondFactorNeeded({ path }: { path: string }): JSX.Element {
  return (
    <Notice kind="warning" title="Perlu kode autentikator">
      <p>
        Langkah ini meminta Anda masuk dengan kode enam angka.{' '}
        <a href="/akun/autentikator">Pasang autentikator</a>, atau{' '}
        <a href={proofPath(path)}>tulis kata sandi dan kodenya sekarang</a>.
      </p>
    </Notice>
  );
}

function Rejection({ path, version }: { path: string; version: string }): JSX.Element {
  return (
    <details>
      <summary>Tolak, dengan alasan</summary>
      <Form action={`${path}/penolakan`} seen={version}>
        <Words
          name="reason"
          label="Alasan"
          hint="Tulis apa yang salah dan apa yang harus diperbaiki. Penyusun membacanya."
        />
        <Send look="danger">Tolak SPP ini</Send>
      </Form>
    </details>
  );
}
