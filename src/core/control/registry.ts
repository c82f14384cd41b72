/** What a finding may be set to: stop the request, ask for an answer, or say nothing. */
export type Setting = 'block' | 'warn' | 'off';

/** The controls by number, with the case that taught each. */
export const controls = {
  C1: { title: 'Bulan di luar masa berlaku SK tarif atau SK kader', taughtBy: 'Bekasi 2014' },
  C2: { title: 'Jumlah bukan tarif kali bulan, atau jauh dari biasanya', taughtBy: 'Tambun Utara' },
  C3: { title: 'Kader tidak aktif', taughtBy: 'Halmahera Barat' },
  C4: { title: 'Kader fiktif atau orang yang sama dua kali', taughtBy: 'Cianjur' },
  C5: { title: 'Tidak dalam SK, sudah berhenti, atau tanpa kegiatan', taughtBy: 'PKH Kemensos' },
  C6: { title: 'Penerima sudah meninggal', taughtBy: 'Sorong' },
  C7: { title: 'Jumlah orang atau uang melebihi DPA', taughtBy: 'Baubau' },
  C8: { title: 'Diterima tidak sama dengan yang tertulis', taughtBy: 'Bandar Lampung' },
  C9: { title: 'Potongan tanpa dasar hukum', taughtBy: 'Cirebon, Bengkulu Selatan' },
  C10: { title: 'Rekening bukan milik kader', taughtBy: 'Tangerang' },
  C11: { title: 'Bulan lama belum dibayar, bulan baru didahulukan', taughtBy: 'Jember' },
  C12: { title: 'Dibayar dua kali, atau ada honor negara lain', taughtBy: 'Kolaka, Kukar' },
  C13: { title: 'Pembayaran di luar SPP dan kas', taughtBy: 'Solok, Sikabau' },
  C14: {
    title: 'Satu orang memegang dua peran, atau penanda tangan dilewati',
    taughtBy: 'Sulawesi Tenggara',
  },
  C15: { title: 'Kegiatan dihitung lebih dari yang diadakan', taughtBy: 'OKU' },
  C16: { title: 'Tenggat dan laporan terlambat', taughtBy: 'Karimun, Pekanbaru' },
  C17: { title: 'Tarif melebihi standar harga satuan', taughtBy: 'Bolaang Mongondow Utara' },
  C18: { title: 'Potongan iuran tanpa nomor peserta', taughtBy: 'Pandeglang' },
  C19: { title: 'Pernah dibayar di luar SK, atau kelebihan bayar belum kembali', taughtBy: 'Mukomuko' },
} as const;

export type ControlNumber = keyof typeof controls;

const stops = { setting: 'block', allowed: ['block'] } as const;
const warnsAtLeast = { setting: 'warn', allowed: ['block', 'warn'] } as const;
const warnsOrOff = { setting: 'warn', allowed: ['block', 'warn', 'off'] } as const;

/**
 * Everything a control may find: its control, what it is unless the settings say otherwise, and what they may
 * say. What the law of the case forbids to be passed over has no `off`.
 */
export const findingKinds = {
  'control.month-outside-decree': { control: 'C1', ...stops },
  'control.sk-signed-later': { control: 'C1', ...warnsAtLeast },
  'control.amount-above-rate': { control: 'C2', ...stops },
  'control.amount-jumped': { control: 'C2', ...warnsOrOff },
  'control.amount-far-from-others': { control: 'C2', ...warnsOrOff },
  'control.idle': { control: 'C3', ...warnsAtLeast },
  'control.nik-impossible': { control: 'C4', setting: 'block', allowed: ['block', 'warn'] },
  'control.nik-shared': { control: 'C4', ...stops },
  'control.account-shared': { control: 'C4', ...stops },
  'control.same-person': { control: 'C4', ...warnsAtLeast },
  'control.not-in-sk': { control: 'C5', ...stops },
  'control.after-end': { control: 'C5', ...stops },
  'control.no-activity': { control: 'C5', ...warnsAtLeast },
  'control.deceased': { control: 'C6', ...stops },
  'control.headcount-over': { control: 'C7', ...stops },
  'control.budget-short': { control: 'C7', ...stops },
  'control.cash-short': { control: 'C7', ...warnsOrOff },
  'control.net-differs': { control: 'C8', ...stops },
  'control.deduction-without-basis': { control: 'C9', ...stops },
  'control.account-not-hers': { control: 'C10', ...warnsAtLeast },
  'control.older-months-unpaid': { control: 'C11', ...warnsOrOff },
  'control.prior-year-ordinary': { control: 'C11', ...stops },
  'control.prior-year-without-basis': { control: 'C11', ...stops },
  'control.paid-twice': { control: 'C12', ...stops },
  'control.second-honor': { control: 'C12', ...warnsAtLeast },
  'control.off-the-books': { control: 'C13', ...stops },
  'control.same-hand': { control: 'C14', ...stops },
  'control.account-hand': { control: 'C14', ...stops },
  'control.split-below-band': { control: 'C14', ...warnsAtLeast },
  'control.event-twice': { control: 'C15', setting: 'block', allowed: ['block', 'warn'] },
  'control.too-many-events': { control: 'C15', ...warnsAtLeast },
  'control.counted-more-than-held': { control: 'C15', ...stops },
  'control.report-missing': { control: 'C16', ...warnsOrOff },
  'control.year-end-near': { control: 'C16', ...warnsOrOff },
  'control.prior-year': { control: 'C16', ...warnsAtLeast },
  'control.above-ceiling': { control: 'C17', setting: 'block', allowed: ['block', 'warn'] },
  'control.ceiling-unknown': { control: 'C17', ...warnsOrOff },
  'control.contribution-without-number': { control: 'C18', ...stops },
  'control.paid-outside-sk': { control: 'C19', ...warnsOrOff },
  'control.overpayment-without-plan': { control: 'C19', ...warnsOrOff },
  'control.overpayment-plan-unconfirmed': { control: 'C19', ...warnsOrOff },
  'control.overpayment-overdue': { control: 'C19', ...warnsOrOff },
  'control.set-off-not-taken': { control: 'C19', setting: 'block', allowed: ['block', 'warn'] },
} as const satisfies Record<
  `control.${string}`,
  { control: ControlNumber; setting: Setting; allowed: readonly Setting[] }
>;

export type ControlCode = keyof typeof findingKinds;

export const controlCodes = Object.keys(findingKinds) as readonly ControlCode[];

/** Whether an error code is what a control finds. */
export function isControlCode(code: string): code is ControlCode {
  return code in findingKinds;
}
