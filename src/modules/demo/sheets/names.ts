/** Given names heard in Dharmasraya: Minangkabau, and Javanese in the places of transmigration. */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const minangWomen = words(`
  Yusmaniar Rosmawati Ernawati Nurhayati Yulianis Darmiati Asmawati Gusnimar Syafnidar Zulmaini Ermawati
  Yenni Desmawati Mardiana Nurlela Fitriani Rahmawati Susilawati Misrawati Zuraida Elfida Nofrita Jusmiati
  Erlinda Yulinar Ratnawilis Marlina Arnelis Nelwati Fatmawati Sasmita Murniati Halimah Zubaidah Rosneli
  Afrida Wirdaneli Osmawati Lismawati Gusmiarti Rafni Yarnis Suryani Netti Deswita Irmawati Meri Novita
  Yesi Rina Mega Vivi Refni Santi Elvira Hasnah Nurhasanah Kartini Mulyani Efriyanti`);

export const minangWomenSecond = words(`
  Yanti Wati Sari Putri Yulia Hidayati Rahmi Anggraini Fitri Handayani Wahyuni Delima Permata Oktavia Lestari
  Rahmadani Susanti Marlina Juita Andriani Azizah Hayati Febriani Afriani Novianti Mardhatillah`);

export const javaneseWomen = words(`
  Sri Siti Sumarni Suparmi Tukinah Sutinah Wagiyem Ngatini Suyatmi Sugiarti Endang Tri Dwi Eka Wiwik Lilik
  Sulastri Partini Rumini Sunarti Tumini Winarsih Supriyati Mujiati Paryanti Retno Yuni Ika Tutik Ari`);

export const javaneseWomenSecond = words(`
  Lestari Wahyuni Rahayu Handayani Astuti Utami Puspitasari Wulandari Ningsih Setyowati Kusumawati Purwanti
  Indrayani Mulyani Widyastuti Rahmawati Maryati Sulistyowati Hartati Kurniasih Aminah Fatimah Khotimah`);

export const men = words(`
  Syafrizal Zulkifli Afrizal Erman Jasman Darwis Yulizar Nasrul Hendri Rahmat Slamet Sugeng Agus Widodo Suroso
  Bambang Joko Mulyadi Ali Rizal`);

export const menSecond = words(
  'Putra Saputra Hidayat Syahputra Efendi Santoso Wibowo Prasetyo Chaniago Irawan',
);

export const titlesBehind = ['S.Pd.', 'S.Pd.I.', 'A.Md.Keb.', 'S.KM.', 'S.E.'] as const;

export const posyanduNames = words(`
  Melati Mawar Anggrek Kenanga Cempaka Dahlia Flamboyan Teratai Seroja Kamboja Sakura Nusa-Indah Bougenville
  Tulip Lavender Asoka Matahari Sedap-Malam Aster Edelweis`).map((name) => name.replace('-', ' '));

export const jorongNames = words(`
  Pasar Koto-Tuo Balai-Usang Sungai-Jernih Pulau-Tongah Ranah-Baru Lubuk-Jering Bukit-Gading Padang-Bintungan
  Sialang Tanjung-Sari Koto-Hilir Kampung-Surau Simpang-Empat Tabing-Tinggi Karya-Makmur Sido-Mulyo Bukit-Subur
  Tanah-Abang Piruko`).map((name) => name.replace('-', ' '));
