import { defineConfig } from "vite";

/** `npx vite -c …` while working on the page: the program it talks to. */
const program = process.env.SIMULATOR_URL ?? "http://127.0.0.1:3000";

export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: "../../../dist/page",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // The program refuses other origins; seen through the proxy the page is one of its own.
  server: { proxy: { "/api": { target: program, changeOrigin: true, headers: { origin: program } } } },
});
