# Builds Dateline from a clean checkout: docker build --tag dateline .
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json build-dist.ts ./
COPY src ./src
RUN npm run build

FROM node:24-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATABASE_URL=sqlite:/data/dateline.sqlite \
    POST_LEDGER=/data/posts.sqlite \
    SEEDS=
WORKDIR /app
COPY package.json package-lock.json .npmrc LICENSE ./
# The image has the right Node: the one that npm would bring (an optional dependency) is left out.
RUN npm ci --omit=dev --omit=optional && npm cache clean --force && mkdir /data && chown node:node /data
COPY schema ./schema
COPY migrations ./migrations
COPY seeds ./seeds
COPY src/pages/assets ./src/pages/assets
COPY --from=build /app/dist ./dist
RUN chmod +x dist/launcher.js && ln -s /app/dist/launcher.js /usr/local/bin/dateline
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# The flag bounds the room for young objects. More room made the process larger, not faster.
CMD ["node", "--max-semi-space-size=16", "dist/launcher.js", "serve"]
