import type { JSX } from 'preact';
import type { Explanation } from '../../core/report/explain/explanation.js';
import { formatDate } from '../../core/shared/plain-date.js';
import { formatRupiah } from '../../core/shared/rupiah.js';
import { formatMonth } from '../../core/shared/service-month.js';
import type { HonorMonth } from '../../modules/reports/explanation.service.js';
import { Page } from '../../web/pages/page.js';

interface KaderView {
  /** Of the month that is now: who she is, and by which decrees. */
  readonly now: Explanation;
  readonly months: readonly HonorMonth[];
}

/** One kader: her decrees, and her honor month by month, each with its reasons. */
export function kaderPage({ now, months }: KaderView): Page {
  const { kader, appointments } = now;
  return new Page(
    kader.name,
    <>
      <dl class="facts">
        <dt>NIK</dt>
        <dd>{kader.nik}</dd>
        <dt>Nagari</dt>
        <dd>
          {kader.nagariName} ({kader.nagariCode})
        </dd>
        <dt>Rekening</dt>
        <dd>{kader.account ?? 'belum ada'}</dd>
        {kader.deceasedOn !== null && (
          <>
            <dt>Meninggal</dt>
            <dd>{formatDate(kader.deceasedOn)}</dd>
          </>
        )}
      </dl>
      <section aria-labelledby="honor">
        <h2 id="honor">Honor per bulan</h2>
        <Months months={months} kader={kader.id} />
      </section>
      <section aria-labelledby="sk">
        <h2 id="sk">SK</h2>
        {appointments.length === 0 ? (
          <p>Tidak tercantum dalam SK mana pun.</p>
        ) : (
          <Decrees of={appointments} />
        )}
      </section>
    </>,
  );
}

function Months({ months, kader }: { months: readonly HonorMonth[]; kader: number }): JSX.Element {
  if (months.length === 0) return <p>Belum ada honor yang dihitung untuknya.</p>;
  return (
    <ul class="rows links">
      {months.map(({ month, amount, paid }) => (
        <li key={month}>
          <a href={`/kader/${String(kader)}/penjelasan/${month}`}>
            <span>
              {formatMonth(month)}
              <small>mengapa sebesar ini?</small>
            </span>
            <span class="aside">
              <strong>{formatRupiah(amount)}</strong>
              <small>{paidWords({ amount, paid })}</small>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function paidWords({ amount, paid }: Pick<HonorMonth, 'amount' | 'paid'>): string {
  if (paid === 0n && amount !== 0n) return 'belum dibayar';
  return paid === amount ? 'sudah dibayar' : `dibayar ${formatRupiah(paid)}`;
}

function Decrees({ of }: { of: Explanation['appointments'] }): JSX.Element {
  return (
    <ul class="rows">
      {of.map(({ skNumber, skDate, role, bidang, posyandu, nagariName, from, to }) => (
        <li key={`${skNumber} ${from}`}>
          <span>
            {skNumber}, {formatDate(skDate)}
            <small>
              {role}, bidang {bidang}, Posyandu {posyandu}, Nagari {nagariName}
            </small>
          </span>
          <span class="aside">
            <small>
              {formatDate(from)} s.d. {to === null ? 'tanpa batas' : formatDate(to)}
            </small>
          </span>
        </li>
      ))}
    </ul>
  );
}
