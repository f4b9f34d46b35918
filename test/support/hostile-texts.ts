/**
 * Texts that break careless software: markup and mentions of every platform, schemes, bidirectional and zero-width
 * characters, formulas, SQL, templates, joined emoji, stacked marks. Every one of them must arrive literally.
 */
export const hostileTexts: readonly string[] = [
  "<b>tebal</b> & <script>alert(1)</script> <!channel> <@U123> <https://contoh.invalid|klik>",
  "*tebal* _miring_ ~coret~ `kode` ```blok``` ||rahasia|| > kutipan # judul - butir",
  "\\*lolos\\* [tautan](tg://user?id=1) [x](javascript:alert(1)) ![g](https://contoh.invalid/a.png)",
  "@everyone @here @tanggap <@&99> <#100> <t:0:R>",
  "\u202Eterbalik\u202C \u2066isolat\u2069 \u200Btak\u200Btampak\uFEFF",
  '=HYPERLINK("https://contoh.invalid") +1+1 -2 @SUM(A1)',
  '\'; drop table simulator_message; -- """ $1 #{x} {{x}} %s %n \\u0000',
  "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 👍🏿 e\u0301\u0301\u0301 ﷽ ｆｕｌｌ",
  "baris satu\nbaris dua\n\n  baris tiga\tdengan tab",
  "KOBAR-26-0042 K0BAR-26-OO42 раураl",
];

/** What no store keeps: these need only do no harm. */
export const unstorableTexts: readonly string[] = ["nol\u0000di tengah", "setengah \uD83D pasangan", "\uDC4D\u0000"];
