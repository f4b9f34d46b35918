import { type InputWords, input } from "../input-words.js";

const url = input(
  "Tautan unggahan",
  "Alamat unggahan yang sudah tayang",
  "Mohon kirim tautan unggahan yang sudah tayang.",
);

/** The words of forms about content, in the parts of `commands`. */
export const contentForms = {
  commandInputs: {
    "withdraw.reason": input("Ditarik karena", "Misalnya: acaranya batal", "Mengapa usulan ini ditarik?"),
    "correct.reason": input("Diralat karena", "Misalnya: tanggalnya keliru", "Mengapa konten ini perlu diralat?"),
    "sendBack.reason": input(
      "Yang perlu diperbaiki",
      "Sebutkan bagian yang perlu diubah",
      "Apa yang perlu diperbaiki?",
    ),
    "postedOn.url": url,
    "postedOn.account": input(
      "Akun",
      "Boleh kosong bila sudah jelas dari tautannya, misalnya @dukcapil",
      "Tayang di akun yang mana?",
    ),
    "postedContent.url": url,
  } as Readonly<Record<string, InputWords>>,
  forms: {
    withdraw: { title: "Tarik usulan", submit: "Tarik" },
    correct: { title: "Ralat konten", submit: "Mulai ralat" },
    sendBack: { title: "Kembalikan usulan", submit: "Kembalikan" },
    postedOn: { title: "Sudah tayang", submit: "Simpan" },
    postedContent: { title: "Sudah tayang", submit: "Simpan" },
  },
};
