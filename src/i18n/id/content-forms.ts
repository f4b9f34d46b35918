import { type InputWords, input } from "../input-words.js";

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
  } as Readonly<Record<string, InputWords>>,
  forms: {
    withdraw: { title: "Tarik usulan", submit: "Tarik" },
    correct: { title: "Ralat konten", submit: "Mulai ralat" },
    sendBack: { title: "Kembalikan usulan", submit: "Kembalikan" },
  },
};
