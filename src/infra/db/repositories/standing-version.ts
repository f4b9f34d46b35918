/** Joins a proposal `i` with its version `v` that stands, see `currentVersion`. */
export const STANDING_VERSION = `left join lateral (
  select v.id, v.at, v.content from proposal_version v
   where v.government_id = i.government_id and v.proposal_id = i.id
   order by coalesce(v.id = i.gate->>'textId', false) desc, v.version desc limit 1) v on true`;

/** What it is about: as it is being written, else as it stands. */
export const THEME = "coalesce(i.draft->'content', v.content)->>'theme'";
