export const activityTypeMessages = {
  'activity-type.twice': 'Jenis kegiatan {type} tertulis dua kali. Hapus salah satu.',
  'activity-type.word-twice':
    'Kata {word} dipakai jenis {one} dan {other}. Satu kata hanya untuk satu jenis.',
  'activity-type.in-use':
    'Jenis kegiatan {type} sudah dipakai dan tidak dapat hilang. Kembalikan ke dalam berkas; nama dan katanya boleh diubah.',
  'activity-type.word-moved':
    'Kata {word} sudah berarti {one}, yang dipakai kegiatan tercatat; lembar lama akan tercatat dua kali bila pindah ke {other}.',
  'activity-type.referral-any':
    'Jenis kegiatan rujukan dipakai semua bidang dan hanya di posyandunya. Tulis bidang: any dan elsewhere: false.',
} as const;
