import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { freePort } from '@waybill/temporal';
import { parse, stringify } from 'yaml';
import { answering } from './processes.ts';

export type ReceivedAlert = {
  status: 'firing' | 'resolved';
  alert: string;
  labels: Record<string, string>;
  summary: string;
};

type Notification = {
  alerts: { status: ReceivedAlert['status']; labels: Record<string, string>; annotations: { summary: string } }[];
};

/** Whoever is woken: keeps what a real Alertmanager tells a webhook. */
export async function startAlertmanager(folder: string) {
  const notifications: ReceivedAlert[] = [];
  const webhook = createServer(async (req, res) => {
    const { alerts } = (await json(req)) as Notification;
    for (const { status, labels, annotations } of alerts)
      notifications.push({ status, alert: labels.alertname ?? '', labels, summary: annotations.summary });
    res.end();
  }).listen(0, '127.0.0.1');
  await once(webhook, 'listening');
  const port = await freePort();
  const config = join(folder, 'alertmanager.yml');
  const hook = `http://127.0.0.1:${(webhook.address() as AddressInfo).port}/`;
  writeFileSync(config, JSON.stringify(routingTo(hook)));
  const flags = [
    `--config.file=${config}`,
    `--storage.path=${folder}/alertmanager`,
    `--web.listen-address=127.0.0.1:${port}`,
    '--cluster.listen-address=',
  ];
  const child = spawn('prometheus-alertmanager', flags, { stdio: 'ignore' });
  await answering(`http://127.0.0.1:${port}/-/ready`);
  return {
    address: `127.0.0.1:${port}`,
    received: () => [...notifications],
    stop: () => {
      child.kill('SIGKILL');
      webhook.close();
    },
  };
}

const routingTo = (url: string) => ({
  route: { receiver: 'webhook', group_by: ['...'], group_wait: '0s', group_interval: '1s', repeat_interval: '1h' },
  receivers: [{ name: 'webhook', webhook_configs: [{ url, send_resolved: true }] }],
});

type Rule = { alert?: string; for?: string };

/** The rules as they are deployed, but that nothing has to last for minutes before somebody is told. */
export function impatientRules(folder: string): string {
  const deployed = fileURLToPath(new URL('../../deploy/prometheus/alerts.yaml', import.meta.url));
  const { groups } = parse(readFileSync(deployed, 'utf8')) as { groups: { name: string; rules: Rule[] }[] };
  const hurried = groups.map(({ rules, ...group }) => ({
    ...group,
    rules: rules.map((rule) => (rule.for ? { ...rule, for: '2s' } : rule)),
  }));
  const file = join(folder, 'alerts.yaml');
  writeFileSync(file, stringify({ groups: hurried }));
  return file;
}
