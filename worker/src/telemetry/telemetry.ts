import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { MetricMeter } from '@temporalio/common';
import { Runtime, type RuntimeOptions } from '@temporalio/worker';
import { BadSettings } from '@waybill/contracts/settings';
import { metricsAddress } from '@waybill/platform';
import type { WorkerSettings } from '../settings.ts';

/** The SDK's own exporter serves the metrics of a worker: most of them are counted in its core. */
export function telemetryFrom(settings: WorkerSettings): NonNullable<RuntimeOptions['telemetryOptions']> {
  const address = metricsAddress(settings);
  const logging = { forward: {}, filter: { core: 'WARN', other: 'WARN' } } as const;
  if (!address) return { logging };
  const { host, port } = address;
  const bindAddress = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  const names = { countersTotalSuffix: true, unitSuffix: true, useSecondsForDurations: true };
  return { logging, metrics: { prometheus: { bindAddress, ...names } } };
}

/** Installs the SDK's runtime; an error of its exporter names the settings of the metrics' address. */
export function installRuntime(settings: WorkerSettings, logger: NonNullable<RuntimeOptions['logger']>): Runtime {
  try {
    return Runtime.install({ logger, shutdownSignals: [], telemetryOptions: telemetryFrom(settings) });
  } catch (error) {
    const [, why] = (error instanceof Error && exporterFault.exec(error.message)) || [];
    if (why === undefined) throw error;
    const { host, port } = metricsAddress(settings) ?? {};
    const reason = why.startsWith('invalid') ? 'a worker listens on an IP address, not on a name' : why.toLowerCase();
    throw new BadSettings(`WAYBILL_METRICS_HOST and WAYBILL_METRICS_PORT: ${reason}: ${host}:${port}`);
  }
}

const exporterFault = /(?:prometheus metrics exporter|socketAddr): (.*?)(?: \(os error \d+\))?$/;

const everyMs = 5_000;

/** Metrics of this worker's process: its start, which services export under the same name, its event loop and memory. */
export function reportProcess(meter: MetricMeter): void {
  const lag = meter.createGauge('waybill_worker_event_loop_lag', 'float', 's', 'The 99th percentile of its delay');
  const memory = meter.createGauge('waybill_worker_resident_memory', 'int', 'bytes', 'Memory of the process');
  const started = meter.createGauge('process_start_time_seconds', 'float', '', 'When the process started');
  started.set(performance.timeOrigin / 1_000);
  const delay = monitorEventLoopDelay();
  delay.enable();
  const report = () => {
    lag.set(delay.percentile(99) / 1e9);
    memory.set(process.memoryUsage.rss());
    delay.reset();
  };
  setInterval(report, everyMs).unref();
}
