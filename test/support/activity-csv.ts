/** An attendance sheet of nagari Sitiung: day, posyandu, activity, NIK, name and babies served. */
export function activityCsv(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => cells.join(','));
  return ['NAGARI SITIUNG', 'TANGGAL,POSYANDU,KEGIATAN,NIK,NAMA,BAYI', ...lines, ''].join('\n');
}
