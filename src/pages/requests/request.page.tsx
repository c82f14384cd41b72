import type { JSX } from 'preact';
import { monthsPhrase } from '../../core/formats/months-phrase.js';
import { stateNames } from '../../core/payment/request-state.js';
import { formatRupiah } from '../../core/shared/rupiah.js';
import { RequestNumber } from './request-number.js';
import { Notice } from '../../web/pages/notice.js';
import { Page } from '../../web/pages/page.js';
import { Findings } from './findings.js';
import { Members } from './members.js';
import { OwnStepForms } from './own-step-forms.js';
import { OwnSignatureForms } from './own-signature-forms.js';
import type { RequestView } from './request-view.service.js';
import type { DoneStep } from './requests.form.js';
import { Signatures } from './signatures.js';

interface Wish {
  readonly done: DoneStep | undefined;
  readonly isWithEverybody: boolean;
}

/** One request, made for a phone: how much, to whom, for when, what is doubtful, and the one step that is hers. */
export function requestPage(view: RequestView, { done, isWithEverybody }: Wish): Page {
  const { listed, details, evidence, mayAnswer } = view;
  const path = `/spp/${String(listed.request.id)}`;
  return new Page(
    `SPP ${listed.payerName}`,
    <>
      {done !== undefined && (
        <Notice kind="good" title="Tersimpan">
          <p>{doneWords[done]}</p>
        </Notice>
      )}
      <Amounts view={view} />
      <Findings findings={evidence.findings} path={path} mayAnswer={mayAnswer && !isOver(view)} />
      <OwnSignatureForms view={view} path={path} />
      <OwnStepForms view={view} path={path} />
      <Members members={details.members} path={path} isWithEverybody={isWithEverybody} />
      <Signatures details={details} signing={evidence.signing} />
    </>,
  );
}

const doneWords = {
  submit: 'SPP sudah diajukan. Verifikator dapat memeriksanya sekarang.',
  verify: 'SPP sudah Anda verifikasi. Pemberi persetujuan dapat memeriksanya sekarang.',
  approve: 'SPP sudah Anda setujui. Bendahara dapat mencairkannya sekarang.',
  release: 'SPP sudah Anda cairkan. Kirim berkasnya ke bank.',
  reject: 'SPP sudah Anda kembalikan ke penyusunnya, dengan alasan Anda.',
  countersign: 'SPP sudah Anda tanda tangani menurut jenjangnya.',
  answer: 'Jawaban Anda sudah dicatat.',
} as const satisfies Record<DoneStep, string>;

function Amounts({ view: { listed, details } }: { view: RequestView }): JSX.Element {
  const { number, months, kaderCount, gross, deductions, net, state } = listed.request;
  return (
    <>
      <p class="amount">{formatRupiah(net)}</p>
      <p class="lead">
        untuk {String(kaderCount)} kader, {monthsPhrase(months)}
      </p>
      <dl class="facts">
        <dt>Nomor</dt>
        <dd>
          <RequestNumber of={number} />
        </dd>
        <dt>Keadaan</dt>
        <dd>
          <span class={`state ${state}`}>{stateNames[state]}</span>
        </dd>
        {deductions !== 0n && (
          <>
            <dt>Bruto</dt>
            <dd>{formatRupiah(gross)}</dd>
            <dt>Potongan</dt>
            <dd>{formatRupiah(deductions)}</dd>
          </>
        )}
        <dt>Disusun oleh</dt>
        <dd>{details.preparer}</dd>
      </dl>
    </>
  );
}

function isOver({ listed: { state } }: RequestView): boolean {
  return state === 'settled' || state === 'cancelled' || state === 'disbursing';
}
