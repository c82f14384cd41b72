import type { ErrorCode, Fact } from '../../core/messages/catalog.js';
import { describe, fill } from '../../core/messages/describe.js';

/** The sentence of a code as people at a page read it: what to do is said in words, never as a command to type. */
export function sayOnPage(code: ErrorCode, facts: Readonly<Record<string, Fact>>): string {
  const text: string | undefined = pageMessages[code];
  return text === undefined ? describe(code, facts) : fill(text, facts);
}

const REDRAFT = 'Kembalikan ke draf bila perlu, minta penyusunnya menyusun ulang, lalu ajukan lagi.';
const RECALCULATE = 'Minta operator menghitung ulang honor bulan itu';

/** Where the catalogue names a command or an option, or speaks to programs; a fact here is one of the catalogue's. */
export const pageMessages: Readonly<Partial<Record<ErrorCode, string>>> = {
  'http.no-route': 'Halaman ini tidak ada. Periksa alamatnya, atau mulai dari beranda.',
  'http.unreadable': 'Isian tidak dapat dibaca. Kembali, muat ulang halaman, lalu isi lagi.',
  'http.too-large': 'Isian terlalu panjang. Kembali dan ringkaskan.',
  'http.field-unknown': 'Ada isian yang tidak dikenal halaman ini. Kembali, muat ulang, lalu isi lagi.',
  'http.key-needed': 'Formulir ini tidak lengkap. Kembali, muat ulang halaman, lalu ulangi.',
  'http.key-reused': 'Formulir ini sudah dipakai. Kembali, muat ulang halaman, lalu ulangi.',
  'http.key-in-progress': 'Permintaan yang sama masih dikerjakan. Tunggu sebentar, lalu muat ulang halaman.',
  'http.key-outcome-unknown':
    'Tidak diketahui apakah formulir ini sudah dikerjakan. Lihat dulu keadaannya di halaman terkait; bila memang belum, muat ulang halaman formulirnya lalu ulangi.',
  'http.answer-of-other-rights':
    'Formulir ini sudah dikerjakan, tetapi sejak itu wewenang Anda berubah. Lihat hasilnya di halaman terkait.',
  'http.version-needed': 'Formulir ini tidak lengkap. Kembali, muat ulang halaman, lalu ulangi.',
  'http.cursor-unreadable': 'Halaman daftar itu tidak ada. Mulai dari awal daftar.',
  'identity.oidc-not-configured': 'Di sini orang masuk dengan nama pengguna dan kata sandi.',
  'identity.oidc-unreachable':
    'Penyedia identitas sedang tidak dapat dihubungi. Ulangi nanti, atau masuk dengan kata sandi.',
  'access.second-factor':
    'Langkah ini meminta Anda masuk dengan kode autentikator. Pasang autentikator di halaman Akun, atau keluar lalu masuk lagi dengan kode enam angka.',
  'access.scope-unknown': 'Tidak ada {scope}. Periksa kodenya.',
  'user.unknown': 'Pengguna {username} tidak dikenal. Minta pengelola sistem mendaftarkannya.',
  'user.inactive':
    'Pengguna {username} sudah dinonaktifkan, jadi tidak dapat bertindak di sini. Bila ia bekerja lagi, minta pengelola sistem mengaktifkannya.',
  'payment.held-elsewhere':
    'Hak honor atas beban {payer} untuk {months} sudah ada dalam SPP {numbers}. Lanjutkan SPP itu; bila masih draf, minta penyusunnya menyusun ulang atau membatalkannya.',
  'payment.delegation-by-a-hand':
    'Pelimpahan {delegation} dicatat {recorder}, yang sendiri memegang peran lain di SPP {number}: pemegang peran tidak menunjuk pemegang peran yang lain. Minta pelimpahan itu dicabut, lalu yang berhalangan sendiri, atau orang di luar SPP ini, mencatatnya kembali.',
  'payment.signer-recorded-account':
    'SPP {number}: {role} mencatat rekening {kader} sesudah bertindak dalam SPP ini. Kembalikan ke draf dengan menolaknya, lalu ajukan lagi dengan orang lain.',
  'payment.account-changed-since-approval':
    'SPP {number}: rekening {kader} ({nik}) berganti sesudah pembayarannya disiapkan. Kembalikan ke draf dengan menolaknya, lalu ajukan lagi.',
  'payment.paid-elsewhere':
    '{kader} ({nik}): {owed} untuk {months} menunggu, karena bulan itu sudah dibayar dalam SPP {requests}; bersama itu melebihi haknya. Minta kelebihan bayarnya dibuka dan dibereskan pada pembayar SPP itu, lalu susun SPP lagi.',
  'payment.corrected-since-draft': `SPP {number}: hak {kader} ({nik}) dikoreksi {correction} setelah SPP disusun. ${REDRAFT}`,
  'payment.calculation-outdated': `SPP {number}: data {kader} ({nik}) berubah sesudah honornya dihitung. ${RECALCULATE}, lalu susun ulang SPP ini.`,
  'payment.changed-since-draft': `SPP {number}: {kader} ({nik}) tidak lagi dapat dibayar: {reason} ${REDRAFT}`,
  'payment.prior-year-needed':
    '{payer}: {months} adalah utang tahun anggaran {year} ({amount}), yang sudah ditutup. SPP biasa tidak dapat membayarnya; minta operator menyusun SPP utang tahun lalu, dengan dasarnya.',
  'payment.year-not-closed':
    '{payer}: tahun anggaran {year} belum ditutup, jadi {months} belum menjadi utang tahun lalu. Minta bendahara menutup tahun itu dahulu.',
  'payment.debt-basis-missing':
    'Pembayaran utang tahun lalu harus mempunyai dasar: nomor, tanggal dan judulnya.',
  'payment.debt-basis-later':
    'Dasar bertanggal {date} belum berlaku; hari ini {today}. Periksa tanggal dasarnya.',
  'payment.debt-line-unmarked':
    'Sumber dana {source} belum ditandai untuk utang tahun lalu. Bila anggarannya memang memuat utang itu, minta bendahara menandainya.',
  'payment.kind-stays':
    'SPP {number} disusun sebagai jenis lain atau dari sumber dana lain, dan itu tidak berubah. Minta penyusunnya membatalkan, lalu susun dengan nomor baru.',
  'payment.within-budget-left-out':
    '{kader} ({nik}) {month}: {amount} menunggu, kurang {missing} pada {source}. Ajukan kenaikan pagunya, atau tunggu SPP berikutnya.',
  'approval.signatures-missing':
    'SPP {number}: langkah {step} menunggu tanda tangan {missing}. Minta mereka masuk dan menandatangani SPP ini.',
  'approval.no-delegation':
    '{person} tidak mempunyai pelimpahan dari {principal} untuk {step} pada pembayar {payer}. Minta pelimpahannya dicatat dahulu.',
  'control.answer-needed': 'Temuan {finding}: {sentence} Jawab temuan itu di halaman SPP ini.',
  'control.answer-blank': 'Jawaban temuan harus ditulis.',
  'control.finding-unknown': 'SPP {number} tidak mempunyai temuan {finding}. Muat ulang halaman SPP itu.',
  'deduction.policy-unknown':
    'Kebijakan potongan {policy} tidak berlaku pada {on}. Minta kebijakan itu diimpor dahulu.',
  'deduction.not-chosen':
    'Perlakuan {kind} atas honor yang dibayar {payer} belum dipilih untuk {on}. Minta bendahara memilihnya dahulu, dengan dasarnya.',
  'deduction.changed-since-draft': `SPP {number}: potongan {kader} ({nik}) berubah dari {before} menjadi {after} setelah SPP disusun. ${REDRAFT}`,
  'funding.budget-exceeded':
    'Pagu {source} tidak cukup: tersedia {available}, diminta {requested}, kurang {short}. Ajukan kenaikan pagunya, atau minta penyusunnya menyusun ulang sebatas pagu.',
  'funding.year-closed':
    'Tahun anggaran {year} sudah ditutup, jadi pagu {source} tidak dapat diikat atau diubah lagi. Hak kader yang belum dibayar tetap utang: minta operator menyusun SPP utang tahun lalu dari anggaran tahun berjalan.',
  'overpayment.set-aside':
    '{kader} ({nik}): koreksi {excess} untuk {months} yang sudah atau sedang dibayar tidak dipotong begitu saja dari haknya yang lain. Bila sudah dibayar, minta kelebihan bayarnya dibuka dan cicilannya disepakati; bila SPP bulan itu masih berjalan, kembalikan dan susun ulang SPP itu.',
  'overpayment.transfer-first':
    '{kader} ({nik}): {owed} untuk {months} belum dapat dibayar dalam SPP ini, karena honor bulan itu pindah sumber dana sesudah dibayar. Bila sudah dibayar, minta bendahara memindahkan dahulu bebannya, lalu susun SPP lagi; bila SPP bulan itu masih berjalan, kembalikan dan susun ulang SPP itu.',
  'report.todo-elsewhere':
    'Minta kebijakan dan sumber dana nagari tempat ia bertugas dilengkapi, lalu hitung ulang bulan itu.',
  'report.todo-fix-account':
    'Perbaiki rekeningnya pada daftar kader; bila rekeningnya benar, susun SPP yang membayar lagi transfer yang dikembalikan bank.',
  'report.todo-add-account': 'Isi bank, nomor dan nama rekening pada daftar kader, lalu impor daftar itu.',
  'report.todo-confirm-account':
    'Orang selain {recordedBy} mengonfirmasi rekening yang berakhir dengan {lastDigits}.',
  'report.todo-heir': 'Catat ahli waris, bukti dan rekeningnya; orang lain mengonfirmasinya.',
  'report.todo-confirm-heir':
    'Orang selain {recordedBy} mengonfirmasi ahli waris itu, dengan rekening yang berakhir dengan {lastDigits}.',
  'report.todo-heir-again':
    'Samakan tanggal meninggalnya pada daftar kader dengan akta kematian, lalu catat ahli warisnya lagi.',
  'report.todo-bank': 'Ambil jawaban bank, lalu cocokkan dengan SPP {number}.',
  'report.todo-budget':
    'Ajukan tambahan pagu (APB perubahan) dan catat, atau pindahkan ke sumber lain dalam kebijakan.',
  'report.todo-prior-year':
    'Anggarkan utang itu pada tahun {next} dan tandai barisnya, lalu susun SPP utang tahun lalu dengan dasarnya.',
  'report.todo-request': 'Susun SPP untuk bulan {month}.',
  'report.todo-calculate': 'Hitung honor bulan {month}.',
  'report.todo-recalculate': 'Data berubah sesudah dihitung. Hitung ulang honor bulan {month}.',
  'report.todo-step': 'Ambil langkah berikutnya pada halaman SPP {number}.',
  'report.todo-sk': 'Lengkapi SK pengangkatan pada daftar kader, impor daftar itu, lalu hitung ulang.',
  'report.todo-activity':
    'Catat kegiatan yang belum dicatat; orang lain memverifikasinya, lalu hitung ulang.',
  'report.todo-tier':
    'Isi tingkatan beserta sertifikatnya pada daftar kader, impor daftar itu, lalu hitung ulang.',
  'report.todo-bidang-start': 'Tetapkan dan catat bulan mulai bidang itu di nagarinya, lalu hitung ulang.',
};
