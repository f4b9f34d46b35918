import type { Stand } from "./stand.js";

const LEFT = `select 'inbox ' || id || ' ' || coalesce(payload->>'type', '') || ' ' || event_id || ' is ' || state || ', deaths ' || deaths
    || ', exceptions ' || exceptions || coalesce(', ' || error, '') as what
  from inbox where state <> 'done' union all
  select 'outbox ' || id || ' ' || (content->>'kind') || ' to ' || channel || ' is ' || state || ', attempts ' || attempts
    || ', due in ' || round(extract(epoch from not_before - now())) || ' s' || coalesce(', ' || error, '')
  from outbox where state in ('pending', 'sending') limit 12`;

/** What is not done in the database, for whoever has to find out why a case got stuck; empty when nobody can tell. */
export async function leftovers(stand: Stand): Promise<readonly string[]> {
  try {
    return (await stand.database().rows<{ what: string }>(LEFT)).map(({ what }) => `left: ${what}`);
  } catch {
    return [];
  }
}
