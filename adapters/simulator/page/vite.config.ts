import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  build: { outDir: "../../../dist/page", emptyOutDir: true, target: "es2022", assetsInlineLimit: 0 },
});
