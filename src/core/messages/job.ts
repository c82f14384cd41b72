export const jobMessages = {
  'job.unknown': 'Pekerjaan nomor {job} tidak ada, atau bukan milik Anda.',
  'job.not-yours':
    'Pekerjaan nomor {job} diminta orang lain, dan hanya ia yang dapat membatalkannya. Bila tidak boleh berjalan, cabut perannya atau nonaktifkan penggunanya: pekerjaan yang belum dimulai lalu ditolak.',
  'job.not-done':
    'Pekerjaan nomor {job} {state}: hasilnya belum ada. Lihat keadaannya lagi beberapa saat lagi.',
  'job.already-begun': 'Pekerjaan nomor {job} {state}, tidak dapat dibatalkan lagi.',
  'job.cancelled': 'Pekerjaan nomor {job} dibatalkan sebelum dikerjakan. Minta lagi bila masih perlu.',
  'job.cleared':
    'Hasil pekerjaan nomor {job} sudah dihapus bersama data pribadi yang masa simpannya habis. Pekerjaannya sendiri selesai; minta lagi bila hasilnya masih perlu.',
  'job.too-many': 'Masih ada {count} pekerjaan yang belum selesai. Tunggu sampai sebagian selesai.',
  'job.interrupted':
    'Pekerjaan ini terputus {attempts} kali karena sistem berhenti di tengahnya. Beri tahu pengelola, periksa keadaannya, lalu minta lagi.',
  'job.outdated':
    'Pekerjaan ini diminta sebelum sistem diperbarui, jadi tidak dimulai. Minta lagi bila masih perlu.',
  'job.token-ended':
    'Token yang dipakai {person} untuk meminta pekerjaan ini sudah dicabut atau kedaluwarsa, jadi pekerjaan tidak dimulai. Minta lagi dengan token yang berlaku.',
  'job.session-ended':
    'Sesi {person} yang dipakai untuk meminta pekerjaan ini sudah diakhiri, jadi pekerjaan tidak dimulai. Masuk lagi, lalu minta lagi bila masih perlu.',
  'job.rights-changed':
    'Peran atau wilayah Anda berubah sejak pekerjaan ini diminta, jadi hasilnya tidak diberikan. Minta lagi: yang dibuat ialah menurut peran Anda sekarang.',
  'job.refused': 'Pekerjaan ini ditolak. Alasannya hanya diberitahukan kepada yang memintanya.',
  'job.fault': 'Terjadi kesalahan di sistem ini. Sebutkan nomor {incident} kepada pengelola.',
} as const;
