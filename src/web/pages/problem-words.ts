import type { ProblemDetails } from '../problem-details.js';

/**
 * What is wrong, as people at a page read it. Where the catalogue speaks to programs (headers, JSON) the page has its
 * own sentence; a field is called by its label.
 */
export function problemWords(details: ProblemDetails): readonly string[] {
  const { code, facts, detail, problems } = details;
  return [...new Set((problems ?? [{ code, facts, message: detail }]).map(sentenceOf))];
}

function sentenceOf({ code, facts, message }: NonNullable<ProblemDetails['problems']>[number]): string {
  const label = labels[String(facts.field)];
  if (code === 'http.field-invalid' && label !== undefined) return `${label}: ${String(facts.problem)}.`;
  return sentences[code] ?? message;
}

const sentences: Readonly<Record<string, string>> = {
  'http.no-route': 'Halaman ini tidak ada. Periksa alamatnya, atau mulai dari beranda.',
  'http.unreadable': 'Isian tidak dapat dibaca. Kembali, muat ulang halaman, lalu isi lagi.',
  'http.too-large': 'Isian terlalu panjang. Kembali dan ringkaskan.',
  'http.field-unknown': 'Ada isian yang tidak dikenal halaman ini. Kembali, muat ulang, lalu isi lagi.',
  'http.key-needed': 'Formulir ini tidak lengkap. Kembali, muat ulang halaman, lalu ulangi.',
  'http.key-reused': 'Formulir ini sudah dipakai. Kembali, muat ulang halaman, lalu ulangi.',
  'http.key-in-progress': 'Permintaan yang sama masih dikerjakan. Tunggu sebentar, lalu muat ulang halaman.',
  'http.version-needed': 'Formulir ini tidak lengkap. Kembali, muat ulang halaman, lalu ulangi.',
  'http.cursor-unreadable': 'Halaman daftar itu tidak ada. Mulai dari awal daftar.',
  'identity.oidc-not-configured': 'Di sini orang masuk dengan nama pengguna dan kata sandi.',
  'identity.oidc-unreachable':
    'Penyedia identitas sedang tidak dapat dihubungi. Ulangi nanti, atau masuk dengan kata sandi.',
  'access.second-factor':
    'Langkah ini meminta Anda masuk dengan kode autentikator. Pasang autentikator di halaman Akun, atau keluar lalu masuk lagi dengan kode enam angka.',
};

const labels: Readonly<Record<string, string>> = {
  username: 'Nama pengguna',
  password: 'Kata sandi',
  current: 'Kata sandi sekarang',
  code: 'Kode',
  fullName: 'Nama lengkap',
  position: 'Jabatan',
  reason: 'Alasan',
  text: 'Jawaban',
  name: 'Nama',
};
