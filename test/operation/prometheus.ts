import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '@waybill/temporal';
import { answering } from './processes.ts';

/** The label that our rules and boards find every process by. */
export const job = 'waybill';

type Sample = { metric: Record<string, string>; value: [number, string] };

export type Prometheus = { query: (expression: string) => Promise<Sample[]>; stop: () => void };

type Alerting = { rules: string; alertmanager: string };

/** A real Prometheus that scrapes every second what listens on the ports, each under the name of its process; it may tell an Alertmanager. */
export async function startPrometheus(
  metrics: Record<string, number>,
  folder: string,
  alerting?: Alerting,
): Promise<Prometheus> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const targets = Object.entries(metrics).map(([name, at]) => ({
    targets: [`127.0.0.1:${at}`],
    labels: { process: name },
  }));
  const config = join(folder, 'prometheus.yml');
  const scraping = { scrape_configs: [{ job_name: job, static_configs: targets }] };
  writeFileSync(config, JSON.stringify({ global: everySecond, ...scraping, ...(alerting ? telling(alerting) : {}) }));
  const flags = [
    `--config.file=${config}`,
    `--storage.tsdb.path=${folder}/data`,
    `--web.listen-address=127.0.0.1:${port}`,
  ];
  const child = spawn('prometheus', flags, { stdio: 'ignore' });
  await answering(`${url}/-/ready`);
  return {
    async query(expression) {
      const answer = await fetch(`${url}/api/v1/query?query=${encodeURIComponent(expression)}`);
      if (!answer.ok) throw new Error(`Prometheus refuses ${expression}: ${await answer.text()}`);
      return ((await answer.json()) as { data: { result: Sample[] } }).data.result;
    },
    stop: () => child.kill('SIGKILL'),
  };
}

const everySecond = { scrape_interval: '1s', evaluation_interval: '1s' };

const telling = ({ rules, alertmanager }: Alerting) => ({
  rule_files: [rules],
  alerting: { alertmanagers: [{ static_configs: [{ targets: [alertmanager] }] }] },
});
