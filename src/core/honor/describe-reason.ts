import { monthsPhrase } from '../formats/months-phrase.js';
import { describe } from '../messages/describe.js';
import { describeLeftOut } from './describe-left-out.js';
import { formatDate } from '../shared/plain-date.js';
import { formatRupiah } from '../shared/rupiah.js';
import type {
  ActivityReason,
  AttendanceReason,
  PartOfMonthReason,
  RateReason,
  Reason,
  LumpReason,
} from './reason.js';

/** A step of how an amount came about, in one sentence that a kader can follow with her own numbers. */
export function describeReason(reason: Reason): string {
  if (isStep(reason, rateSteps)) return describeRate(reason);
  if (isStep(reason, activitySteps)) return describeActivity(reason);
  if (isStep(reason, attendanceSteps)) return describeAttendance(reason);
  if (isStep(reason, lumpSteps)) return describeLump(reason);
  if (isStep(reason, partSteps)) return describePart(reason);
  if (isStep(reason, placeSteps)) return describePlace(reason);
  if (isStep(reason, policySteps)) return describePolicy(reason);
  if (reason.step === 'months-without-policy')
    return `${monthsPhrase(reason.months)} tidak dihitung: ia bertugas, tetapi waktu itu di sana tidak ada kebijakan yang memuatnya.`;
  return `${formatRupiah(reason.amount)} dibebankan pada ${reason.source}.`;
}

const policySteps = [
  'policy',
  'policy-replaced',
  'tops-up',
  'policy-from-next-month',
  'month-of-first-place',
  'december-before-its-end',
] as const;
const rateSteps = ['flat-monthly', 'by-role', 'by-tier', 'without-tier', 'by-bidang', 'top-up'] as const;
const activitySteps = ['per-activity', 'transport', 'activity-kind', 'activity-left-out', 'capped'] as const;
const attendanceSteps = ['attendance-met', 'attendance-below'] as const;
const lumpSteps = ['lump', 'thirteenth-month', 'months-served'] as const;
const placeSteps = ['appointment', 'bidang-not-started', 'days-not-paid'] as const;
const partSteps = ['prorated-by-days', 'half-month'] as const;

function isStep<Step extends Reason['step']>(
  reason: Reason,
  steps: readonly Step[],
): reason is Extract<Reason, { step: Step }> {
  return steps.some((step) => step === reason.step);
}

function describePlace(reason: Extract<Reason, { step: (typeof placeSteps)[number] }>): string {
  const days = `${formatDate(reason.from)} s.d. ${formatDate(reason.to)}`;
  switch (reason.step) {
    case 'appointment':
      return `Bertugas menurut SK ${reason.sk} dari ${days}.`;
    case 'bidang-not-started':
      return `Bidang ${reason.bidang} belum mulai: ${days} tidak dihitung.`;
    case 'days-not-paid': {
      const why = describe(reason.code, reason.facts);
      return `${days} (${String(reason.days)} hari) tidak dihitung. ${why}`;
    }
  }
}

function describePolicy(reason: Extract<Reason, { step: (typeof policySteps)[number] }>): string {
  switch (reason.step) {
    case 'policy':
      return `Kebijakan ${reason.policy} versi ${String(reason.version)}, dasar hukum ${reason.legalBasis}.`;
    case 'policy-replaced': {
      const because = reason.because === null ? '' : ` (${reason.because})`;
      const before = `kebijakan ${reason.policy} versi ${String(reason.version)}, dasar hukum ${reason.legalBasis}`;
      return `Koreksi: dahulu menurut ${before}; sekarang menurut ${reason.byPolicy} versi ${String(reason.byVersion)}${because}.`;
    }
    case 'tops-up':
      return `Kebijakan ini menambah kebijakan ${reason.floorPolicy}.`;
    case 'policy-from-next-month':
      return `Kebijakan ${reason.policy} versi ${String(reason.version)} berlaku mulai ${formatDate(reason.from)}; bulan ini masih menurut kebijakan pada hari pertamanya.`;
    case 'december-before-its-end':
      return `Desember boleh dihitung dan dibayar mulai ${formatDate(reason.from)}, sebelum bulan itu berakhir (${reason.basis}); yang berubah sesudahnya menjadi koreksi.`;
    case 'month-of-first-place':
      return `Sesudah ${formatDate(reason.until)} ia bertugas di tempat lain; bulan ini dibayar di tempat ia bertugas lebih dahulu.`;
  }
}

function describeRate(reason: RateReason): string {
  const amount = formatRupiah(reason.amount);
  switch (reason.step) {
    case 'flat-monthly':
      return `Honor sebulan ${amount}.`;
    case 'by-role':
      return `Honor sebulan untuk jabatan ${reason.role} ${amount}.`;
    case 'by-tier':
      return `Honor sebulan untuk tingkatan ${reason.tier} (sejak ${formatDate(reason.since)}, sertifikat ${reason.certificate}) ${amount}.`;
    case 'without-tier':
      return `Honor sebulan bagi yang belum bertingkatan ${amount}.`;
    case 'by-bidang':
      return `Honor sebulan untuk bidang ${reason.bidang} ${amount}.`;
    case 'top-up':
      return `Tambahan di atas ${reason.component}: ${formatRupiah(reason.total)} - ${formatRupiah(reason.floor)} = ${amount} sebulan.`;
  }
}

function describePart(reason: PartOfMonthReason): string {
  const [days, amount] = [String(reason.days), formatRupiah(reason.amount)];
  return reason.step === 'prorated-by-days'
    ? `Bertugas ${days} dari ${String(reason.ofDays)} hari: ${amount}.`
    : `Bertugas ${days} hari, kurang dari ${String(reason.fullFromDays)}: setengahnya, ${amount}.`;
}

function describeActivity(reason: ActivityReason): string {
  if (reason.step === 'capped') {
    return `${formatRupiah(reason.uncapped)} melebihi batas sebulan: dibayar ${formatRupiah(reason.amount)}.`;
  }
  if (reason.step === 'activity-left-out') return `Tidak dihitung: ${describeLeftOut(reason)}.`;
  const { counted, verified, countMax } = reason;
  const what = {
    'per-activity': () => 'kegiatan terverifikasi',
    transport: () => 'kehadiran terverifikasi (transport)',
    'activity-kind': () => `${'kind' in reason ? reason.kind : ''} terverifikasi`,
  }[reason.step]();
  const limit = counted < verified ? `, dihitung ${String(counted)} (paling banyak ${String(countMax)})` : '';
  const sum = `${String(counted)} × ${formatRupiah(reason.rate)} = ${formatRupiah(reason.amount)}`;
  return `${String(verified)} ${what}${limit}: ${sum}.`;
}

function describeAttendance(reason: AttendanceReason): string {
  const [attended, held] = [String(reason.attended), String(reason.held)];
  const present = `Hadir di ${attended} dari ${held} kegiatan posyandunya, diminta ${String(reason.needed)}`;
  if (reason.step === 'attendance-met') return `${present}: dibayar penuh ${formatRupiah(reason.amount)}.`;
  const part = `${attended}/${String(reason.ofEvents)} dari ${formatRupiah(reason.full)}`;
  return `${present}: ${part} = ${formatRupiah(reason.amount)}.`;
}

function describeLump(reason: LumpReason): string {
  const amount = formatRupiah(reason.amount);
  switch (reason.step) {
    case 'lump':
      return `Honor sekaligus ${amount}.`;
    case 'thirteenth-month':
      return `Bulan ke-13 sebesar ${reason.component} sebulan, ${amount}.`;
    case 'months-served':
      return `Bertugas ${String(reason.served)} dari ${String(reason.ofMonths)} bulan: ${amount}.`;
  }
}
