/** What apps add to an address when somebody shares it: who shared, from where, at which second. */
const SHARING = /^(?:utm_.*|igshid|igsh|fbclid|mibextid|si|s|t|feature)$/;

/** Sites that have another name now; the former still leads there. */
const RENAMED: Readonly<Record<string, string>> = { "twitter.com": "x.com", "threads.net": "threads.com" };

/** The site an address is on: without what tells phones from computers. */
export const siteOf = (url: string): string => {
  const site = new URL(url).hostname.replace(/^(?:www|m|mobile)\./, "");
  return RENAMED[site] ?? site;
};

/** The way to it on its site, without a slash at its end. */
const pathOf = (url: string): string => new URL(url).pathname.replace(/\/+$/, "");

/** The same for every address that leads to the same post. */
export const postKey = (url: string): string => {
  if (!URL.canParse(url)) return url;
  const said = [...new URL(url).searchParams].filter(([name]) => !SHARING.test(name)).sort();
  return `${siteOf(url)}${pathOf(url)}${JSON.stringify(said)}`;
};

/** Whether two addresses lead to the same post. */
export const isSamePost = (one: string, other: string): boolean => one === other || postKey(one) === postKey(other);

/** A profile's page: handles are the same in capitals. */
const profileKey = (url: string): string => postKey(url).toLowerCase();

/** Whether an address is that of the profile itself, and so of none of its posts. */
export const isProfile = (url: string, profile: { readonly url: string; readonly handle: string }): boolean => {
  if (!URL.canParse(url) || !URL.canParse(profile.url)) return false;
  const handle = profile.handle.replace(/^@/, "");
  const pages = ["", handle, `@${handle}`].map((page) => new URL(`/${page}`, profile.url).href);
  return [profile.url, ...pages].some((page) => profileKey(page) === profileKey(url));
};

/** How much of an address is that of the profile it lies below, in characters: none where it does not. */
export const sharedWithProfile = (url: string, profileUrl: string): number => {
  if (!URL.canParse(url) || !URL.canParse(profileUrl) || siteOf(url) !== siteOf(profileUrl)) return 0;
  const profile = pathOf(profileUrl).toLowerCase();
  return profile !== "" && `${pathOf(url).toLowerCase()}/`.startsWith(`${profile}/`) ? profile.length : 0;
};
