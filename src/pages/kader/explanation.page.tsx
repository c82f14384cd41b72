import type { ComponentChildren, JSX } from 'preact';
import { basisWords } from '../../core/report/explain/basis-words.js';
import type {
  Explanation,
  ExplainedComponent,
  ExplainedPayment,
  ExplainedRevision,
} from '../../core/report/explain/explanation.js';
import { leftOutWords } from '../../core/honor/describe-left-out.js';
import { formatDate } from '../../core/shared/plain-date.js';
import { formatRupiah } from '../../core/shared/rupiah.js';
import { formatMonth } from '../../core/shared/service-month.js';
import { sayOnPage } from '../../web/pages/page-messages.js';
import { Page } from '../../web/pages/page.js';

/** Why a kader has this amount for a month, or none: the answer first, then what it rests on. */
export function explanationPage(one: Explanation): Page {
  const { kader, month, answer, amount, paid, owed, tasks, exclusions, components } = one;
  return new Page(
    `Honor ${formatMonth(month)}`,
    <>
      <p class="lead">
        <a href={`/kader/${String(kader.id)}`}>{kader.name}</a>, NIK {kader.nik}, Nagari {kader.nagariName}
      </p>
      <p class="amount">{formatRupiah(amount)}</p>
      <p>
        dibayar {formatRupiah(paid)}, belum dibayar {formatRupiah(owed)}
      </p>
      <p>{answer.text}</p>
      <Part title="Yang harus dilakukan" items={tasks.map(taskOf)} />
      {components.map((component) => (
        <Component key={component.code} {...component} />
      ))}
      <Part
        title="Komponen tanpa honor"
        items={components.length === 0 ? [] : exclusions.map(({ reason }) => reason.text)}
      />
      <Part title="Sumber dana" items={one.sources.map(sourceOf)} />
      <Part title="Pembayaran" items={one.payments.map(paymentOf)} />
      <Part title="Kegiatan bulan itu" items={one.attended.map(attendedOf)} />
    </>,
  );
}

function Part({ title, items }: { title: string; items: readonly ComponentChildren[] }): JSX.Element | null {
  if (items.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul class="rows">
        {items.map((item, index) => (
          <li key={index}>{item}</li>
        ))}
      </ul>
    </section>
  );
}

function Component({ name, amount, revisions }: ExplainedComponent): JSX.Element {
  return (
    <section>
      <h2>
        {name}: {formatRupiah(amount)}
      </h2>
      {revisions.map((revision) => (
        <Revision key={revision.revision} {...revision} />
      ))}
    </section>
  );
}

function Revision({ calculatedOn, amount, policy, steps, change }: ExplainedRevision): JSX.Element {
  const changed = change === null ? [] : [...change.because, ...change.gone.map((text) => `semula ${text}`)];
  const lines = change === null ? steps.map(({ text }) => text) : [...changed, ...change.come];
  return (
    <>
      <p>
        {change === null
          ? 'Dihitung'
          : `${amount < 0n ? 'Koreksi turun' : 'Rapel'} ${formatRupiah(amount)}, dihitung`}{' '}
        {formatDate(calculatedOn)}. {basisWords(policy.legalBasis)}.
      </p>
      <ol class="rows">
        {lines.map((text, index) => (
          <li key={index}>{text}</li>
        ))}
      </ol>
    </>
  );
}

function taskOf({ who, what, todo }: Explanation['tasks'][number]): string {
  return `${who}: ${todo === undefined ? what : sayOnPage(todo.code, todo.facts)}`;
}

function sourceOf({ source, payer, amount, paid, unpaid }: Explanation['sources'][number]): JSX.Element {
  return (
    <>
      <span>
        {source} ({payer})
        {unpaid.map(({ reason }) => (
          <small key={reason.code}>{reason.text}</small>
        ))}
      </span>
      <span class="aside">
        <strong>{formatRupiah(amount)}</strong>
        <small>dibayar {formatRupiah(paid)}</small>
      </span>
    </>
  );
}

function paymentOf({
  number,
  state,
  payer,
  net,
  gross,
  account,
  outcome,
  deducted,
}: ExplainedPayment): JSX.Element {
  return (
    <>
      <span>
        {number}, {payer}
        <small>
          {state}; rekening {account}; {outcome}
        </small>
        {deducted.map(({ text }) => (
          <small key={text}>{text}</small>
        ))}
      </span>
      <strong class="aside">{formatRupiah(net ?? gross)}</strong>
    </>
  );
}

function attendedOf(one: Explanation['attended'][number]): string {
  const { on, kind, posyandu, isVerified, leftOut } = one;
  const verified = isVerified ? 'sudah diverifikasi' : 'belum diverifikasi';
  const state = leftOut === null ? verified : `${verified}; tidak dihitung, ${leftOutWords[leftOut]}`;
  return `${formatDate(on)}: ${kind.replaceAll('-', ' ')}, Posyandu ${posyandu}, ${state}`;
}
