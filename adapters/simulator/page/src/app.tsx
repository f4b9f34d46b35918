import { AddDialog } from "./add-dialog.js";
import { ArticleDialog } from "./article-dialog.js";
import { ChannelList } from "./channel-list.js";
import { EmptyGovernment } from "./empty-government.js";
import { FormDialog } from "./form-dialog.js";
import { narrow } from "./narrow.js";
import { Pane } from "./pane.js";
import { PaneTabs } from "./pane-tabs.js";
import { drawerOpen, focused, panes, words, world } from "./state.js";
import { TopBar } from "./top-bar.js";

const Panes = () => (
  <main class="panes" aria-label={words.value.panes}>
    {panes.value.length === 0 && <EmptyGovernment />}
    {panes.value.map((pane, at) =>
      narrow.value && at !== focused.value ? null : (
        <Pane key={`${at} ${pane.channel}`} at={at} channel={pane.channel} person={pane.person} />
      ),
    )}
  </main>
);

/** The whole page. */
export const App = () => {
  const text = words.value;
  if (!world.value)
    return (
      <p class="start" role="status">
        {text.loading}
      </p>
    );
  if (world.value.governments.length === 0) return <p class="start">{text.noWorld}</p>;
  return (
    <div class={drawerOpen.value ? "app drawer-open" : "app"}>
      <TopBar />
      <ChannelList />
      {narrow.value && panes.value.length > 0 && <PaneTabs />}
      <Panes />
      <FormDialog />
      <AddDialog />
      <ArticleDialog />
    </div>
  );
};
