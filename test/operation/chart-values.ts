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
  networkPolicy: { gatewayFrom: [{ namespaceSelector: {} }], metricsFrom: [{ namespaceSelector: {} }] },
  nodeSelector: { 'kubernetes.io/arch': 'amd64' },
  tolerations: [{ operator: 'Exists' }],
};

export const matrix: Record<string, Values> = {
  'what is required': required,
  everything,
  'neither scaling nor policies': {
    ...required,
    gateway: { ...required.gateway, autoscaling: { enabled: false } },
    networkPolicy: { enabled: false },
  },
  'a gateway that drains for long': { ...required, gateway: { ...required.gateway, drainTimeoutSeconds: 300 } },
};
