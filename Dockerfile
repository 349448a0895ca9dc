# syntax=docker/dockerfile:1.7-labs
# One image for every process of Waybill; the command says which one it is.
# Debian and not Alpine: the native core of Temporal's SDK needs glibc.
FROM node:24-bookworm-slim AS packages
WORKDIR /waybill
COPY package.json package-lock.json .npmrc ./
COPY --parents schema/*/package.json clients/*/package.json services/*/package.json worker/package.json tools/*/package.json ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /waybill
COPY --from=packages /waybill ./
COPY package.json ./
COPY schema schema
COPY clients clients
COPY services services
COPY worker worker
USER node
# Node 24 reads TypeScript as it is. A process that is told to stop must be told itself: no shell, no npm before it.
ENTRYPOINT ["node"]
CMD ["services/gateway/src/main.ts"]
