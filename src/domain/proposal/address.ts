/** What apps add to an address when somebody shares it: who shared, from where, at which second. */
const SHARING = /^(?:utm_.*|igshid|igsh|fbclid|mibextid|si|s|t|feature)$/;

/** The site an address is on: without what tells phones from computers. */
export const siteOf = (url: string): string => new URL(url).hostname.replace(/^(?:www|m|mobile)\./, "");

const bare = (url: string): string => {
  const { pathname, searchParams } = new URL(url);
  const said = [...searchParams].filter(([name]) => !SHARING.test(name)).sort();
  return `${siteOf(url)}${pathname.replace(/\/$/, "")}${JSON.stringify(said)}`;
};

/** Whether two addresses lead to the same post. */
export const isSamePost = (one: string, other: string): boolean =>
  one === other || (URL.canParse(one) && URL.canParse(other) && bare(one) === bare(other));
