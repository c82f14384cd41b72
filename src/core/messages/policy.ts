export const policyMessages = {
  'policy.file-unreadable':
    'Berkas {file} tidak dapat dibaca sebagai kebijakan: penulisan YAML rusak di sekitar baris {line}. Periksa lekuk baris, titik dua dan tanda kutipnya; contohnya di config/policies.',
  'policy.file-not-text':
    'Berkas {file} bukan berkas teks. Kebijakan ditulis sebagai YAML seperti contoh di config/policies, bukan sebagai lembar XLSX atau PDF.',
  'policy.scope-unknown':
    'Kebijakan {policy} berlaku untuk wilayah {scope}, tetapi wilayah itu tidak terdaftar. Periksa scope, atau muat dulu daftar wilayahnya dengan region import.',
  'policy.field-missing': '{path} belum diisi. Isi dengan {expected}.',
  'policy.field-wrong': '{path} berisi {value}, seharusnya {expected}.',
  'policy.field-unknown': '{path} tidak dikenal. Hapus, atau periksa ejaannya.',
  'policy.component-twice': 'Komponen {component} muncul dua kali. Beri kode yang berbeda.',
  'policy.reference-wrong':
    'Komponen {component} dihitung dari {of}, tetapi tidak ada komponen bulanan dengan kode itu (dan komponen top-up tidak dapat dipakai). Periksa ejaan isian of.',
  'policy.floor-unknown':
    'Kebijakan {policy} menambah kebijakan {floor}, tetapi kebijakan itu belum diimpor. Impor dulu, atau periksa isian topsUp.',
  'policy.version-unknown':
    'Kebijakan {policy} versi {version} tidak ada. Versi yang ada: {versions}. Daftarnya: policy list.',
  'policy.code-unknown': 'Tidak ada kebijakan dengan kode {policy}. Daftarnya: policy list.',
  'policy.percentages-not-100': '{path}: jumlah persentase {sum}, seharusnya tepat 100.',
  'policy.waterfall-open-end':
    '{path}: hanya sumber terakhir boleh (dan harus) tanpa batas: pembayar yang bertanggung jawab atas sisanya. Pagunya boleh 0; sisanya lalu terutang, belum ada dana.',
  'policy.dates-reversed': 'validTo {to} lebih awal daripada validFrom {from}.',
  'policy.starts-before-decree':
    'Kebijakan berlaku sejak {from}, sebelum dasar hukumnya ditetapkan {decreed}. Honor tidak boleh berlaku surut, kecuali dasar hukum itu mengubah kebijakan yang sudah ada dan menyatakannya: sebut versi yang digantikan dalam supersedes, dengan bunyinya dalam supersedes.retroactiveClause.',
  'policy.change-unstated':
    'changeWithinMonth belum diisi, sedangkan pada {day}, di tengah bulan, kebijakan {policy} berganti dengan {other}, yang berlaku untuk {scope}, dan ini pun tidak menyatakannya. Isi dengan first-day (sebulan menurut yang lama) atau by-days (masing-masing menurut harinya).',
  'policy.overlaps':
    'Kebijakan {policy} untuk {scope} bertumpang tindih dengan versi {version} ({from} s.d. {to}). Bila kebijakan ini memang menggantikannya, sebut versi itu dan alasannya dalam supersedes (versions: [{name}], reason: ...); bila tidak, ubah tanggal berlakunya.',
  'policy.supersedes-unknown':
    'Kebijakan {policy} menggantikan {version}, tetapi versi itu tidak ada. Periksa supersedes.versions; daftarnya: policy list.',
  'policy.supersedes-other':
    'Kebijakan {policy} tidak dapat menggantikan {version}: yang digantikan harus untuk wilayah dan kebijakan dasar yang sama, dan semua bidang yang dibayarnya harus dibayar kebijakan baru.',
  'policy.supersedes-nothing':
    'Kebijakan {policy} menggantikan {version}, tetapi pada masa berlakunya versi itu tidak berlaku (berlakunya: {days}). Hapus dari supersedes.versions, atau sebut versi yang berlaku waktu itu.',
  'policy.retroactive-without-base':
    'Kebijakan {policy} berlaku surut, tetapi pada {days} tidak ada kebijakan yang digantikannya. Sebelum ditetapkan pada {decreed} ia hanya dapat mengubah hak yang sudah ada dasar hukumnya; mulai dari tanggal penetapan, atau sebut versi yang berlaku waktu itu.',
  'policy.withdrawn-used':
    '{version} sudah dipakai menghitung honor ({lines} baris), jadi tidak dapat ditarik. Buat versi yang menggantikannya dengan supersedes; yang sudah dibayar tetap, selisihnya menjadi koreksi.',
  'policy.withdrawn-superseded': '{version} sudah digantikan oleh {by}. Tarik dulu {by}, atau biarkan.',
  'policy.withdrawn-already': '{version} sudah ditarik pada {on}.',
  'policy.withdraw-reason-needed': 'Penarikan {version} harus beralasan. Isi alasannya.',
} as const;
