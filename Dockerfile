# One image for every process of Waybill; the command says which one it is.
# Debian and not Alpine: the native core of Temporal's SDK needs glibc.

# What packages are needed changes seldom: installing them again waits for that.
FROM node:24-bookworm-slim AS manifests
WORKDIR /waybill
COPY . .
RUN find . -type f ! -name package.json ! -name package-lock.json ! -name .npmrc -delete

FROM node:24-bookworm-slim AS packages
WORKDIR /waybill
COPY --from=manifests /waybill ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /waybill
COPY --from=packages /waybill ./
COPY schema schema
COPY clients clients
COPY services services
COPY worker worker
COPY deploy/is-ready.mjs deploy/
USER node
# Node 24 reads TypeScript as it is. A process that is told to stop must be told itself: no shell, no npm before it.
ENTRYPOINT ["node"]
CMD ["services/gateway/src/main.ts"]
