const rule = (name, from, to) => ({ name, severity: "error", from: { path: from }, to: { path: to } });
const only = (name, from, allowed) => ({
  name,
  severity: "error",
  from: { path: from },
  to: { path: "^(src|adapters)/", pathNot: allowed },
});

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    only("domain-imports-nothing", "^src/domain/", "^src/domain/"),
    only("ports-see-domain", "^src/ports/", "^src/(ports|domain)/"),
    only("regulations-see-domain", "^src/regulations/", "^src/(regulations|domain)/"),
    only("chatkit-sees-ports", "^src/chatkit/", "^src/(chatkit|ports|domain)/"),
    only("i18n-sees-domain", "^src/i18n/", "^src/(i18n|domain|ports)/"),
    only("app-sees-no-infra", "^src/app/", "^src/(app|domain|regulations|ports|chatkit|i18n)/"),
    only("infra-sees-ports", "^src/infra/", "^src/(infra|ports|domain)/"),
    only(
      "adapters-see-ports-and-chatkit",
      "^adapters/([^/]+)/",
      "^(src/(ports|chatkit|domain)/|src/i18n/page\\.ts$|adapters/$1/)",
    ),
    rule("only-the-root-imports-adapters", "^src/(?!main\\.ts|chat\\.ts|doctor\\.ts)", "^adapters/"),
    {
      name: "domain-has-one-library",
      severity: "error",
      from: { path: "^src/domain/" },
      to: { dependencyTypes: ["npm", "core"], pathNot: "temporal-polyfill" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "src/infra/db/generated" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
  },
};
