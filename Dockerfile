# One image for every process of Waybill; the command says which one it is.
# Debian and not Alpine: the native core of Temporal's SDK needs glibc.

# What packages are needed changes seldom: installing them again waits for that.
FROM node:24.21.0-bookworm-slim AS manifests
WORKDIR /waybill
COPY . .
RUN find . -type f ! -name package.json ! -name package-lock.json ! -name .npmrc -delete && find . -type d -empty -delete

FROM node:24.21.0-bookworm-slim AS packages
WORKDIR /waybill
COPY --from=manifests /waybill ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:24.21.0-bookworm-slim
# The SDK's core trusts the certificates of the system, and the base image has none.
# hadolint ignore=DL3008
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production
WORKDIR /waybill
COPY --from=packages /waybill ./
COPY schema schema
COPY clients clients
COPY services services
COPY worker worker
# Made here once, instead of at each start of a worker.
RUN node worker/src/bundle.ts /waybill/workflows.js
ENV WAYBILL_WORKFLOW_BUNDLE=/waybill/workflows.js
COPY deploy/is-ready.mjs deploy/early-signals.mjs deploy/
# By number: Kubernetes cannot tell whether a name is root.
USER 1000:1000
# Node 24 reads TypeScript as it is. A process that is told to stop must be told itself: no shell, no npm before it.
ENTRYPOINT ["node", "--import", "./deploy/early-signals.mjs"]
CMD ["services/gateway/src/main.ts"]
