/** The sites of media that are the same for everybody, by the code of the profiles' media; short addresses among them. */
const SITES: Readonly<Record<string, readonly string[]>> = {
  instagram: ["instagram.com", "instagr.am"],
  facebook: ["facebook.com", "fb.com", "fb.watch", "fb.me"],
  x: ["x.com", "twitter.com", "t.co"],
  youtube: ["youtube.com", "youtu.be"],
  tiktok: ["tiktok.com"],
  threads: ["threads.com", "threads.net"],
  whatsapp: ["whatsapp.com", "wa.me"],
  line: ["line.me"],
  linkedin: ["linkedin.com", "lnkd.in"],
  pinterest: ["pinterest.com", "pin.it"],
  snapchat: ["snapchat.com"],
  kaskus: ["kaskus.co.id"],
  wikipedia: ["wikipedia.org"],
};

/** The medium whose site this is, or a part of it ("vt.tiktok.com"); undefined for any other site. */
export const mediumOfSite = (site: string): string | undefined =>
  Object.keys(SITES).find((medium) => SITES[medium]?.some((each) => site === each || site.endsWith(`.${each}`)));
