import type { Values } from './chart.ts';

/** What must be given, for want of a default. */
export const required = {
  image: { repository: 'registry.example/waybill' },
  database: { url: 'postgres://waybill@database:5432/waybill', passwordSecret: { name: 'waybill-database' } },
  temporal: { address: 'temporal-frontend:7233' },
  serviceToken: { name: 'waybill-service-token' },
  auth: { jwtSecret: { name: 'waybill-jwt' } },
  gateway: { hosts: ['shop.example'] },
};

/** Everything that can be turned on or given. */
export const everything: Values = {
  ...required,
  image: { ...required.image, digest: `sha256:${'0'.repeat(64)}`, pullSecrets: [{ name: 'registry' }] },
  temporal: {
    ...required.temporal,
    tls: {
      enabled: true,
      serverName: 'engine.example',
      caSecret: { name: 'engine-ca' },
      clientSecret: { name: 'engine-client' },
    },
    apiKeySecret: { name: 'engine-key' },
  },
  payloadKeys: { name: 'waybill-payload-keys' },
  codec: { enabled: true, audience: 'waybill-codec', allowedOrigins: ['https://temporal.example'] },
  tracing: { endpoint: 'http://collector:4318' },
  auth: { jwksUrl: 'https://issuer.example/keys', audience: 'waybill', issuer: 'https://issuer.example' },
  gateway: { ...required.gateway, env: { LOG_LEVEL: 'debug' } },
  workers: {
    versioning: { enabled: true, buildId: 'b7' },
    autoscaling: { enabled: true, prometheusUrl: 'http://prometheus:9090' },
  },
  metrics: {
    serviceMonitor: { enabled: true, labels: { release: 'prometheus' } },
    alerts: { enabled: true },
    boards: { enabled: true },
  },
  networkPolicy: {
    gatewayFrom: [{ namespaceSelector: {} }],
    codecFrom: [{ namespaceSelector: {} }],
    metricsFrom: [{ namespaceSelector: {} }],
  },
  nodeSelector: { 'kubernetes.io/arch': 'amd64' },
  tolerations: [{ operator: 'Exists' }],
};

export const matrix: Record<string, Values> = {
  'what is required': required,
  everything,
  'TLS and workers that do not scale': { ...required, temporal: { ...required.temporal, tls: { enabled: true } } },
  'an API key and workers that scale': {
    ...required,
    temporal: { ...required.temporal, apiKeySecret: { name: 'engine-key' } },
    workers: { autoscaling: { enabled: true } },
  },
  'neither scaling nor policies': {
    ...required,
    gateway: { ...required.gateway, autoscaling: { enabled: false } },
    networkPolicy: { enabled: false },
  },
  'secrets that replace others': {
    ...required,
    secondaryServiceToken: { name: 'waybill-service-token-2' },
    auth: { ...required.auth, secondaryJwtSecret: { name: 'waybill-jwt-2' } },
  },
  'a gateway that drains for long': { ...required, gateway: { ...required.gateway, drainTimeoutSeconds: 300 } },
};
