import { signal } from "@preact/signals";
import { pageWords } from "../../../../src/i18n/page.js";
import { Dialog } from "./dialog.js";
import { articles, government, locale, words } from "./state.js";
import type { Article } from "./types.js";

const shown = signal<{ readonly citation: string; readonly list: readonly Article[] } | undefined>(undefined);
const PARTS = "; ";

/** The articles a button labelled "Dasar: …" names: those of the whole citation, otherwise of its parts. */
export const articlesAt = (label: string) => {
  const prefix = Object.values(pageWords).find(({ basis }) => label.startsWith(basis))?.basis;
  if (prefix === undefined) return undefined;
  const citation = label.slice(prefix.length);
  const all = articles.value[government.value] ?? [];
  const whole = all.filter((one) => one.citation === citation);
  const parts = citation.split(PARTS);
  const list = whole.length > 0 ? whole : all.filter((one) => parts.includes(one.citation));
  return list.length === 0 ? undefined : { citation, list };
};

/** Shows the summaries. */
export const openArticle = (found: NonNullable<ReturnType<typeof articlesAt>>): void => {
  shown.value = found;
};

/** What an article says, in the project's own words. */
export const ArticleDialog = () => {
  const current = shown.value;
  if (!current) return null;
  const close = (): void => {
    shown.value = undefined;
  };
  return (
    <Dialog title={current.citation} onClose={close}>
      <p class="regulation">{current.list[0]?.regulation}</p>
      {current.list.map((article, at) => (
        <div key={`${at} ${article.citation}`} class="article">
          <p class="article-level">
            {article.citation} · {words.value.levels[article.level] ?? article.level}
          </p>
          <p>{article.summary[locale.value]}</p>
        </div>
      ))}
      <p class="note">{words.value.ownWords}</p>
      <div class="dialog-foot">
        <button type="button" class="pill primary" onClick={close}>
          {words.value.close}
        </button>
      </div>
    </Dialog>
  );
};
