/** What a posyandu does that is recorded. */
export const activityKinds = [
  'hari-buka',
  'kunjungan-rumah',
  'penyuluhan',
  'pendataan',
  'pelayanan-spm',
  'rujukan',
  'rapat-pelatihan',
] as const;

export type ActivityKind = (typeof activityKinds)[number];
