import type { Store } from "../../../ports/store.js";
import type { PrismaClient } from "../generated/client.js";
import { createAccountActivity } from "./account-activity.js";
import { createCommit } from "./commit.js";
import { createContentLists } from "./content-lists.js";
import { createLists } from "./lists.js";
import { createCaseLoader } from "./load-case.js";
import { createProposalLoader } from "./load-proposal.js";
import { createLookups } from "./lookups.js";
import { createScenes, type OnBadSetting } from "./scene.js";

/** The storage of cases on PostgreSQL. One per process: it keeps the governments' registries in memory. */
export const createStore = (prisma: PrismaClient, onBadSetting: OnBadSetting = () => {}): Store => ({
  ...createScenes(prisma, onBadSetting),
  ...createCaseLoader(prisma),
  ...createProposalLoader(prisma),
  ...createLookups(prisma),
  ...createAccountActivity(prisma),
  ...createLists(prisma),
  ...createContentLists(prisma),
  commit: createCommit(prisma),
});
