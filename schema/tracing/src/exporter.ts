import { gzipSync } from 'node:zlib';
import {
  CompressionAlgorithm,
  createOtlpNetworkExportDelegate,
  type ExportResponse,
  type IExporterTransport,
  OTLPExporterBase,
} from '@opentelemetry/otlp-exporter-base';
import { convertLegacyHttpOptions } from '@opentelemetry/otlp-exporter-base/node-http';
import { JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import type { SpanExporter } from '@opentelemetry/sdk-trace-node';
import { type Dispatcher, interceptors, Pool } from 'undici';

type Options = ReturnType<typeof convertLegacyHttpOptions>;

/** The most that is read of a collector's response, in bytes. */
const maxResponseSize = 4 * 1024 * 1024;

/** As OpenTelemetry demands of exporters over HTTP. */
const retries: Parameters<typeof interceptors.retry>[0] = {
  maxRetries: 4,
  minTimeout: 1_000,
  methods: ['POST'],
  statusCodes: [429, 502, 503, 504],
};

/** What Node's agents keep of the settings for TLS. */
type Tls = { options: { ca?: Buffer; cert?: Buffer; key?: Buffer } };

/**
 * Sends spans to a collector as OpenTelemetry's own exporter does, with the same settings, but by the HTTP client of the
 * services. The first request by Node's client makes every later response of Node's server a tenth dearer, because they
 * share code that was optimised for responses alone: `npm run bench -- observability queries`.
 */
export function createSpanExporter(url: string): SpanExporter {
  const options = convertLegacyHttpOptions({ url }, 'TRACES', 'v1/traces', { 'Content-Type': 'application/json' });
  return new OTLPExporterBase(createOtlpNetworkExportDelegate(options, JsonTraceSerializer, createTransport(options)));
}

function createTransport(options: Options): IExporterTransport {
  let pool: Promise<Dispatcher> | undefined;
  return {
    send: async (data, timeoutMs) => {
      pool ??= connect(options);
      return send(await pool, options, data, timeoutMs).catch(failed);
    },
    shutdown: () => void pool?.then((opened) => opened.destroy()),
  };
}

async function connect({ url, agentFactory }: Options): Promise<Dispatcher> {
  const { origin, protocol } = new URL(url);
  const { ca, cert, key } = ((await agentFactory(protocol)) as unknown as Tls).options;
  return new Pool(origin, { connections: 1, maxResponseSize, connect: { ca, cert, key } }).compose(
    interceptors.retry(retries),
  );
}

async function send(
  pool: Dispatcher,
  { url, headers, compression }: Options,
  data: Uint8Array,
  timeoutMs: number,
): Promise<ExportResponse> {
  const { origin, pathname, search } = new URL(url);
  const isZipped = compression === CompressionAlgorithm.GZIP;
  const { statusCode, body } = await pool.request({
    origin,
    method: 'POST',
    path: pathname + search,
    headers: { ...(await headers()), ...(isZipped && { 'Content-Encoding': 'gzip' }) },
    body: isZipped ? gzipSync(data) : data,
    signal: AbortSignal.timeout(timeoutMs),
  });
  const response = new Uint8Array(await body.arrayBuffer());
  return statusCode < 300
    ? { status: 'success', data: response }
    : failed(new Error(`The collector responded with ${statusCode}`));
}

const failed = (error: Error): ExportResponse => ({ status: 'failure', error });
