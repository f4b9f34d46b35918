/** Names of media, the same in every language; a profile says which there are. */
export const media = {
  instagram: "Instagram",
  facebook: "Facebook",
  x: "X (Twitter)",
  youtube: "YouTube",
  tiktok: "TikTok",
  threads: "Threads",
  whatsapp: "WhatsApp",
  line: "LINE",
  linkedin: "LinkedIn",
  pinterest: "Pinterest",
  snapchat: "Snapchat",
  blog: "Blog",
  kaskus: "Kaskus",
  wikipedia: "Wikipedia",
} as const;
