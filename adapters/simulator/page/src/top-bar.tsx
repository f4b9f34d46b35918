import { bannerOf } from "./banner.js";
import { ClockBar } from "./clock-bar.js";
import { ExampleButton } from "./example-button.js";
import { focusComposer } from "./focus.js";
import { narrow } from "./narrow.js";
import { NoticeBar } from "./notice-bar.js";
import { connection, drawerOpen, government, panes, words } from "./state.js";

const Menu = () => (
  <button
    type="button"
    class="icon"
    aria-label={words.value.openChannels}
    aria-haspopup="dialog"
    onClick={() => {
      drawerOpen.value = true;
    }}
  >
    ☰
  </button>
);

/** Name, clock, connection, and the line that says what this is. */
export const TopBar = () => {
  const text = words.value;
  const [banner, bannerText] = bannerOf(government.value, text);
  return (
    <header class="top">
      {panes.value.length > 0 && (
        <button type="button" class="skip" onClick={() => focusComposer()}>
          {text.toComposer}
        </button>
      )}
      <div class="top-row">
        {narrow.value && <Menu />}
        <h1 class="brand">{text.bot}</h1>
        <span
          class={`connection ${connection.value}`}
          data-testid="connection"
          role="status"
          title={text.connection[connection.value]}
        >
          <span class={connection.value === "lost" ? "" : "sr"}>{text.connection[connection.value]}</span>
        </span>
        <ClockBar />
      </div>
      <div class="banner" data-testid="banner">
        <p>
          <strong>{banner}</strong> <span class="banner-text">{bannerText}</span>
        </p>
        <ExampleButton />
      </div>
      <NoticeBar />
    </header>
  );
};
