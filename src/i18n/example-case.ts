/**
 * The words of the example case (README.md, "A tour of five minutes"): shown as example data, said by made-up
 * people. Officers of an Indonesian government write Indonesian, whatever language the bot answers in.
 */
export const exampleCase = {
  inquiry:
    "Selamat pagi, Min. Lampu lalu lintas di simpang pasar mati sejak kemarin, jadi macet dan rawan. Kapan diperbaiki?",
  theme: "lampu lalu lintas",
  note: "Mohon jadwal perbaikannya.",
} as const;
