import { channelOf, focused, panes, words } from "./state.js";
import { unreadIn } from "./unread.js";

/** Switches between the shown channels where there is room for one. */
export const PaneTabs = () => (
  <nav class="pane-tabs" aria-label={words.value.panes}>
    {panes.value.map(({ channel, person }, at) => (
      <button
        key={channel}
        type="button"
        aria-current={at === focused.value ? "true" : undefined}
        onClick={() => {
          focused.value = at;
        }}
      >
        {channelOf(channel)?.name}
        {at !== focused.value && unreadIn(channel, person) > 0 && (
          <span class="badge">
            <span aria-hidden="true">{unreadIn(channel, person)}</span>
            <span class="sr">{words.value.unread(unreadIn(channel, person))}</span>
          </span>
        )}
      </button>
    ))}
  </nav>
);
