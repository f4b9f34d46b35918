import { describe, expect, it } from "vitest";
import { mediumOfSite } from "../../src/domain/medium/sites.js";
import { isProfile, isSamePost, postKey, sharedWithProfile } from "../../src/domain/proposal/address.js";

const profile = { url: "https://www.instagram.com/dukcapil.contoh", handle: "dukcapil.contoh" };

describe("the address of a post", () => {
  it.each([
    ["https://x.com/a/status/1", "https://mobile.twitter.com/a/status/1/?s=20"],
    ["https://www.threads.net/@a/post/1", "https://threads.com/@a/post/1"],
    ["https://example.id/?p=1&utm_source=wa&q=2", "https://example.id?q=2&p=1"],
  ])("is the same however it is shared: %s", (one, other) => {
    expect(isSamePost(one, other)).toBe(true);
    expect(postKey(one)).toBe(postKey(other));
  });

  it.each([
    ["https://x.com/a/status/1", "https://x.com/a/status/2"],
    ["https://www.youtube.com/watch?v=a", "https://www.youtube.com/watch?v=b"],
    ["https://www.instagram.com/p/abc", "https://www.instagram.com/p/ABC"],
    ["bukan tautan", "lain"],
  ])("is another for another post: %s", (one, other) => expect(isSamePost(one, other)).toBe(false));
});

describe("the page of a profile", () => {
  it.each([
    "https://instagram.com/Dukcapil.Contoh/?igsh=a",
    "https://www.instagram.com/@dukcapil.contoh",
    "https://instagram.com",
    profile.url,
  ])("is no post: %s", (url) => expect(isProfile(url, profile)).toBe(true));

  it.each(["https://instagram.com/p/abc", "https://example.id/dukcapil.contoh", "https://instagram.com/?p=1", "bukan"])(
    "is another address than %s",
    (url) => expect(isProfile(url, profile)).toBe(false),
  );

  it("of a profile whose own address is none says nothing", () => {
    expect(isProfile("https://example.id", { url: "bukan tautan", handle: "a" })).toBe(false);
    expect(sharedWithProfile("https://example.id/a", "bukan tautan")).toBe(0);
  });
});

it.each([
  ["https://x.com/Dinas/status/1", "https://twitter.com/dinas", 6],
  ["https://x.com/dinas2/status/1", "https://x.com/dinas", 0],
  ["https://instagram.com/p/abc", "https://instagram.com/dinas", 0],
  ["https://example.id/p/abc", "https://example.id/", 0],
  ["https://example.id/dinas/p/abc", "https://example.id/dinas/", 6],
])("an address lies below a profile by whole parts of its way: %s, %s", (url, profileUrl, shared) => {
  expect(sharedWithProfile(url, profileUrl)).toBe(shared);
});

it.each([
  ["vt.tiktok.com", "tiktok"],
  ["youtu.be", "youtube"],
  ["twitter.com", "x"],
  ["notx.com", undefined],
  ["dinas.go.id", undefined],
])("the medium of a site is known, also of its parts: %s", (site, medium) => expect(mediumOfSite(site)).toBe(medium));
