import { setTimeout as pause } from "node:timers/promises";
import { connectServer, untilServerBack } from "../driver/server.js";
import { mountSmallDisk, type SmallDisk } from "../driver/small-disk.js";
import { openStand } from "../driver/stand.js";
import { databaseFault } from "./database-fault.js";
import { count, type FaultCase, figure, type Work } from "./fault-case.js";

const FULL_MS = 4_000;
const REFUSED = "refused";

/** Whether the server refuses to grow: then the disk is full to it as well. */
const refusesToGrow = async ({ stand }: Work): Promise<boolean> => {
  try {
    const client = await connectServer(stand.dataDir);
    try {
      await client.query("create table growth as select repeat('x', 100) from generate_series(1, 400000)");
      await client.query("drop table growth");
      return false;
    } finally {
      await client.end().catch(() => {});
    }
  } catch {
    return true;
  }
};

const onDisk = (disk: SmallDisk): FaultCase =>
  databaseFault({
    name: "disk-full",
    what: "",
    runs: (counts) => counts.faults,
    note: ({ tally }) => `${figure(tally, REFUSED)} times the server refused to grow`,
    async strike(work) {
      disk.fill();
      await pause(FULL_MS);
      if (await refusesToGrow(work)) count(work.tally, REFUSED);
      else work.tally.failures.push("the disk was not full");
      disk.empty();
      await untilServerBack(work.stand.dataDir);
    },
  });

const NOT_MOUNTED = "a small file system cannot be mounted here (needs root and a kernel that lets it)";

/** Row C: the disk under the program's data has no room left. */
export const diskFull: readonly FaultCase[] = [
  {
    ...onDisk({ folder: "", fill() {}, empty() {}, remove() {} }),
    fault: `the disk of the data is full for ${FULL_MS / 1_000} s, under load`,
    notRun() {
      const disk = mountSmallDisk();
      disk?.remove();
      return disk === undefined ? NOT_MOUNTED : undefined;
    },
    async run(work) {
      const disk = mountSmallDisk();
      if (disk === undefined) throw new Error(NOT_MOUNTED);
      const stand = await openStand(disk.folder);
      try {
        await stand.use(work.stand.mode());
        await onDisk(disk).run({ ...work, stand });
      } finally {
        disk.empty();
        await stand.dispose();
        disk.remove();
      }
    },
  },
];
