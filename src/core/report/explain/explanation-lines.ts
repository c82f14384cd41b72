import { leftOutWords } from '../../honor/describe-left-out.js';
import { formatDate } from '../../shared/plain-date.js';
import { formatRupiah, type Rupiah } from '../../shared/rupiah.js';
import { formatMonth } from '../../shared/service-month.js';
import { section, totalRule, withAmount, wrapped } from '../text-page.js';
import { basisWords } from './basis-words.js';
import type { Explanation, ExplainedComponent, ExplainedPayment, ExplainedRevision } from './explanation.js';

/** The answer for a terminal, or a mail: what is asked first stands first. */
export function explanationLines(one: Explanation): string[] {
  const { kader } = one;
  return [
    `${kader.name} (${kader.nik}), kader nomor ${String(kader.id)}, Nagari ${kader.nagariName} (${kader.nagariCode})`,
    `Honor ${formatMonth(one.month)}, keadaan ${formatDate(one.askedOn)}`,
    ...section('Jawaban', wrapped(one.answer.text, 2)),
    ...section(
      'Yang harus dilakukan',
      one.tasks.flatMap(({ who, what }) => wrapped(`${who}: ${what}`, 2)),
    ),
    ...section('Fakta', factLines(one)),
    ...section('Hitungan', one.components.flatMap(componentLines)),
    ...section('Komponen tanpa honor', exclusionLines(one)),
    ...section('Sumber dana', sourceLines(one)),
    ...section('Pembayaran', one.payments.flatMap(paymentLines)),
    ...section('Buku besar', ledgerLines(one)),
  ];
}

function factLines({ appointments, attended, kader }: Explanation): string[] {
  const decrees = appointments.flatMap((sk) => {
    const tier = sk.tier === null ? '' : `, tingkat ${sk.tier}`;
    const until = sk.to === null ? 'tanpa batas akhir' : `s.d. ${formatDate(sk.to)}`;
    const end = sk.endReason === null ? '' : ` (${sk.endReason.replaceAll('-', ' ')})`;
    const place = `Posyandu ${sk.posyandu}, Nagari ${sk.nagariName}`;
    const text = `SK ${sk.skNumber} tanggal ${formatDate(sk.skDate)}: ${sk.role}, bidang ${sk.bidang}${tier}, ${place}`;
    return wrapped(`${text}, ${formatDate(sk.from)} ${until}${end}`, 2);
  });
  const activities = attended.flatMap(({ on, kind, posyandu, isVerified, leftOut }) => {
    const verified = isVerified ? 'terverifikasi' : 'BELUM diverifikasi';
    const state = leftOut === null ? verified : `${verified}; TIDAK dihitung, ${leftOutWords[leftOut]}`;
    return wrapped(
      `Kegiatan ${formatDate(on)}: ${kind.replaceAll('-', ' ')}, Posyandu ${posyandu}, ${state}`,
      2,
    );
  });
  return [
    ...(decrees.length === 0 ? ['  SK: tidak tercantum dalam SK mana pun'] : decrees),
    ...(activities.length === 0 ? ['  Kegiatan bulan ini: tidak ada yang dihadiri'] : activities),
    ...deathLines(kader),
    `  Rekening sekarang: ${kader.account ?? 'belum ada'}`,
  ];
}

function deathLines({ deceasedOn, heir }: Explanation['kader']): string[] {
  if (deceasedOn === null) return [];
  const state = heir?.isConfirmed === true ? 'dikonfirmasi' : 'belum dikonfirmasi';
  const known = heir === null ? 'ahli waris belum dicatat' : `ahli waris ${heir.name}, ${state}`;
  return wrapped(`Meninggal ${formatDate(deceasedOn)}; ${known}`, 2);
}

function componentLines(component: ExplainedComponent): string[] {
  const { name, code, revisions, amount } = component;
  return [
    `  ${name} (${code})`,
    ...revisions.flatMap(revisionLines),
    totalRule(),
    ...withAmount(`Jumlah ${name}`, amount, 4),
  ];
}

function revisionLines({
  revision,
  calculatedOn,
  amount,
  policy,
  steps,
  change,
}: ExplainedRevision): string[] {
  const basis = basisWords(policy.legalBasis);
  if (change === null) {
    const numbered = steps.map(({ text }, index) => `${String(index + 1)}. ${text}`);
    return [
      ...wrapped(`Dihitung ${formatDate(calculatedOn)}`, 4),
      ...wrapped(basis, 4),
      ...numbered.flatMap((text) => wrapped(text, 6)),
    ];
  }
  const kind = amount < 0n ? 'Koreksi turun' : 'Rapel';
  const because = change.because.map((text) => `karena: ${text}`);
  const isSame = change.gone.length + change.come.length + because.length === 0;
  return [
    ...withAmount(`${kind} ke-${String(revision)}, dihitung ${formatDate(calculatedOn)}`, amount, 4),
    ...(change.come.length > 0 ? wrapped(basis, 6) : []),
    ...(because.length === 0 ? change.gone : []).flatMap((text) => wrapped(`semula   ${text}`, 6)),
    ...change.come.flatMap((text) => wrapped(`menjadi  ${text}`, 6)),
    ...because.flatMap((text) => wrapped(text, 6)),
    ...(isSame ? ['      langkahnya sama; yang berubah hanya pembagian sumber dananya'] : []),
  ];
}

function exclusionLines({ exclusions, components }: Explanation): string[] {
  // Without any component the answer itself says why.
  if (components.length === 0) return [];
  return exclusions.flatMap(({ component, reason }) =>
    wrapped(component === null ? reason.text : `${component}: ${reason.text}`, 2),
  );
}

function sourceLines({ sources }: Explanation): string[] {
  return sources.flatMap(({ source, payer, amount, paid, owed, unpaid }) => {
    const state = paidWords(paid, owed);
    return [
      ...withAmount(`${source} (${payer}): ${state}`, amount, 2),
      ...unpaid.flatMap((one) => withAmount(one.reason.text, one.amount, 4)),
    ];
  });
}

function paidWords(paid: Rupiah, owed: Rupiah): string {
  if (owed === 0n) return 'lunas';
  if (owed < 0n) return `dibayar ${formatRupiah(paid)}, lebih ${formatRupiah(-owed)}`;
  return paid === 0n ? 'belum dibayar' : `dibayar ${formatRupiah(paid)}, kurang ${formatRupiah(owed)}`;
}

function paymentLines(payment: ExplainedPayment): string[] {
  const { number, months, state, payer, steps, gross, net, deductions, reference, account, outcome } =
    payment;
  return [
    ...wrapped(`SPP ${number} (${state}), ${payer}, untuk ${months}`, 2),
    ...steps.flatMap(({ on, text }) => wrapped(`${formatDate(on)} ${text}`, 4)),
    ...withAmount('Honor kotor dalam SPP ini, semua bulannya', gross, 4),
    ...(deductions === null || net === null
      ? ['    Potongan: ditetapkan saat disetujui']
      : [
          ...(deductions === 0n ? ['    Potongan: tidak ada'] : withAmount('Potongan', -deductions, 4)),
          ...payment.deducted.flatMap((one) => withAmount(one.text, one.amount, 6)),
          ...withAmount('Bersih', net, 4),
        ]),
    ...(reference === null ? [] : wrapped(`Referensi ${reference}, rekening ${account}: ${outcome}`, 4)),
    ...(reference === null ? [`    ${outcome}`] : []),
  ];
}

function ledgerLines({ ledger }: Explanation): string[] {
  const lines = ledger.map(({ what, on, batch, sequence, position }) => {
    const place = `batch ${String(batch)}:${String(sequence)}, posisi rantai ${String(position)}`;
    return `  ${formatDate(on).padEnd(18)} ${place.padEnd(32)} ${what}`;
  });
  const last = ledger.at(-1);
  return last === undefined ? [] : [...lines, `  Membuktikannya kepada siapa pun: honor ${last.proveWith}`];
}
