import { slash } from "./command-names.js";

/** What Tanggap says where it is added to a group. */
export const greeting = {
  joined:
    "Halo, saya Tanggap: saya membantu mencatat, meneruskan, dan menjawab masukan warga. " +
    `Untuk menyambungkan grup ini dengan instansi Anda, ketik ${slash("setup")} diikuti kode dari admin. ` +
    "Yang saya simpan hanya perintah, balasan dan sebutan kepada saya, serta tombol dan reaksi pada pesan saya. " +
    "Percakapan lain di grup ini tidak disimpan.",
  needsAdmin:
    "Agar reaksi 👍 dan 👎 terbaca, jadikan saya administrator grup. Tanpa itu semua tetap dapat dilakukan dengan tombol dan perintah.",
};
