import { formatDate } from '../../shared/plain-date.js';
import { formatMonth } from '../../shared/service-month.js';
import type { ReportTable, ReportValue } from '../report-table.js';
import type { Explanation } from './explanation.js';

type Row = readonly ReportValue[];

/** The slip of one month for the kader herself: the answer, how it came about, and whom she may ask. */
export function explanationTable(one: Explanation): ReportTable {
  const { kader, month, askedOn, answer, amount, paid, owed } = one;
  return {
    title: 'Penjelasan Honor',
    subtitle: `${kader.name}, ${formatMonth(month)}`,
    facts: [
      ['Kader', `${kader.name}, NIK ${kader.nik}, nomor ${String(kader.id)}`],
      ['Nagari', `${kader.nagariName} (${kader.nagariCode})`],
      ['Keadaan', formatDate(askedOn)],
    ],
    columns: [
      { title: 'Bagian', width: 20 },
      { title: 'Penjelasan', width: 100 },
      { title: 'Jumlah', width: 16 },
    ],
    rows: [
      ['Jawaban', answer.text, ''],
      ...calculationRows(one),
      ...one.sources.map((source): Row => [
        'Sumber dana',
        `${source.source} (${source.payer})`,
        source.amount,
      ]),
      ...one.payments.map((payment): Row => [
        `SPP ${payment.number}`,
        `${payment.state}; rekening ${payment.account}: ${payment.outcome}`,
        payment.net ?? payment.gross,
      ]),
      ...one.ledger.map(({ what, on, proveWith }): Row => [
        'Buku besar',
        `${what}, ${formatDate(on)}; buktinya: honor ${proveWith}`,
        '',
      ]),
      ...one.tasks.map(({ who, what }): Row => ['Boleh ditanyakan', `kepada ${who}: ${what}`, '']),
      ['Hak bulan ini', '', amount],
      ['Sudah dibayar', '', paid],
      ['Belum dibayar', '', owed],
    ],
    remarks: [],
  };
}

function calculationRows({ components, exclusions }: Explanation): Row[] {
  const steps = components.flatMap(({ name, revisions }) =>
    revisions.flatMap(({ revision, calculatedOn, amount, steps: each, change }): Row[] => {
      const heading = revision === 0 ? 'Hitungan' : `Koreksi ke-${String(revision)}`;
      const because = change?.because ?? [];
      const texts = because.length > 0 ? because : (change?.come ?? each.map(({ text }) => text));
      return [
        [heading, `${name}, dihitung ${formatDate(calculatedOn)}`, amount],
        ...texts.map((text): Row => ['', text, '']),
      ];
    }),
  );
  return [...steps, ...exclusions.map(({ reason }): Row => ['Tanpa honor', reason.text, ''])];
}
