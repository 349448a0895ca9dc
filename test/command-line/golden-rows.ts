import { expect } from 'vitest';

/** A call of the command line, how it ends, and what it prints as JSON. */
export type Row = {
  argv: string;
  exit: number;
  prints?: object;
  says?: object;
  stdin?: string;
  env?: Record<string, string>;
};

const order = { id: 'ORD-1', status: 'PROCESSING' };
const noRun = { code: 'RUN_NOT_FOUND', retryable: false };
const misused = { code: 'USAGE', retryable: false };
const template = '{"items":[{"sku":"MUG-001","quantity":1}]}';

const wrongWord = (argv: string): Row => ({
  argv: `${argv} --json`,
  exit: 2,
  says: { ...misused, message: expect.stringContaining('choose one of') },
});

export const rows: readonly Row[] = [
  { argv: 'start-workflow ORD-1 PAY-1 --json', exit: 0, prints: { id: 'ORD-1', paymentReference: 'PAY-1' } },
  {
    argv: 'start-workflow --json',
    exit: 0,
    env: { ORDER_ID: 'ORD-7', AUTO_APPROVE: 'true' },
    prints: { id: 'ORD-7', requiresApproval: true, autoApprovesAt: 'PT2S' },
  },
  {
    argv: 'start-workflow --json',
    exit: 0,
    env: { WORKFLOW_TYPE: 'greet', USER_ID: 'Ada' },
    prints: { id: 'RUN-1', kind: 'GREETING' },
  },
  { argv: 'start-workflow --json', exit: 2, env: { WORKFLOW_TYPE: 'dance' }, says: misused },
  { argv: 'start-workflow --json', exit: 2, env: { AUTO_APPROVE: 'perhaps' }, says: misused },
  { argv: 'update-address ORD-1 --street Second --city London --json', exit: 0, prints: order },
  { argv: 'logs --service app --lines 50 --json', exit: 3, says: { code: 'LOG_NOT_FOUND' } },
  { argv: 'add-item ORD-1 BOOK-001:1 --json', exit: 0, prints: order },
  { argv: 'add-item ORD-1 BOOK-001:one --json', exit: 2, says: misused },
  { argv: 'retry ORD-1 capture-payment --json', exit: 0, prints: order },
  { argv: 'give-up ORD-1 CREATE_LABEL --reason closed --json', exit: 0, prints: order },
  { argv: 'settle ORD-1 CAPTURE_PAYMENT --note transfer --json', exit: 0, prints: order },
  { argv: 'settle ORD-1 CAPTURE_PAYMENT --json', exit: 2, says: misused },
  { argv: 'events ORD-1 --json', exit: 0, prints: { items: [{ seq: 1 }, { seq: 2 }], nextCursor: '2' } },
  { argv: 'history ORD-1 --after 0x --json', exit: 0, prints: { items: expect.any(Array) } },
  { argv: 'chaos show --json', exit: 0, prints: { profile: 'CALM', seed: 'monday', enabled: true, pins: [] } },
  { argv: 'chaos set --profile calm --json', exit: 0, prints: { profile: 'CALM' } },
  { argv: 'chaos set --share payment.capture=half --json', exit: 2, says: misused },
  { argv: 'chaos pin ORD-1 payment.capture timeout --json', exit: 0, prints: { profile: 'CALM' } },
  { argv: 'chaos reset --json', exit: 0, prints: { profile: 'CALM' } },
  {
    argv: 'chaos log --json',
    exit: 0,
    prints: { items: [{ orderId: 'ORD-1', outcome: 'success' }], nextCursor: null },
  },
  { argv: 'stock --json', exit: 0, prints: { items: [{ sku: 'MUG-001', available: 50 }], nextCursor: null } },
  { argv: 'stock add MUG-001 5 --json', exit: 0, prints: { sku: 'MUG-001', name: 'Mug', available: 50 } },
  { argv: 'stock add MUG-001 some --json', exit: 2, says: misused },
  { argv: 'journal --json', exit: 0, prints: { items: [{ orderId: 'ORD-1', event: { seq: 1 } }], nextCursor: null } },
  { argv: 'services --json', exit: 8, prints: { items: [{ name: 'engine', ok: false }], nextCursor: null } },
  { argv: 'run greet Ada --json', exit: 0, prints: { id: 'RUN-1', kind: 'GREETING' } },
  { argv: 'run payment --order S --customer ada --amount 20.00 --json', exit: 5, says: { code: 'INVALID_INPUT' } },
  { argv: 'run payment --order S --customer ada --amount much --json', exit: 2, says: misused },
  { argv: 'run standing --every 7d --file - --json', stdin: template, exit: 5, says: { code: 'INVALID_INPUT' } },
  { argv: 'run standing --every 7d --sku MUG-001:1 --json', exit: 5, says: { code: 'INVALID_INPUT' } },
  { argv: 'run standing --every 7d --json', exit: 2, says: misused },
  ...['two', '-1', '1.5', '0', '1e3', ''].map((times) => ({
    argv: `run standing --every 7d --times ${times} --file - --json`,
    stdin: template,
    exit: 2,
    says: { ...misused, message: expect.stringContaining('--times') },
  })),
  ...['list --customer ', 'place --sku MUG-001 --customer ', 'cancel ORD-1 --reason ', 'list --profile '].map(
    (argv) => ({
      argv: `${argv} --json`,
      exit: 2,
      says: { ...misused, message: expect.stringContaining('its value is empty') },
    }),
  ),
  { argv: 'address ORD-1 --state  --json', exit: 0, prints: order },
  ...['run list --kind nothing', 'run list --status shipped', 'list --sort first', 'chaos set --profile hurricane'].map(
    wrongWord,
  ),
  ...['journal --type nothing', 'retry ORD-1 SHIPPING', 'give-up ORD-1 SHIPPING --reason x'].map(wrongWord),
  { argv: 'run list --json', exit: 0, prints: { items: [{ id: 'RUN-1' }], nextCursor: null } },
  { argv: 'run status RUN-1 --json', exit: 0, prints: { id: 'RUN-1', status: 'RUNNING' } },
  { argv: 'run describe RUN-1 --json', exit: 0, prints: { id: 'RUN-1', startedBy: 'ada', name: 'Ada' } },
  { argv: 'run history RUN-1 --json', exit: 0, prints: { items: [{ seq: 1 }], nextCursor: '1' } },
  { argv: 'run history RUN-1 --engine --json', exit: 0, prints: { items: [{ id: 7 }], nextCursor: null } },
  { argv: 'ui RUN-1 --json', exit: 0, prints: { url: 'http://127.0.0.1:8233/RUN-1' } },
  { argv: 'run cancel ORD-1 --reason late --json', exit: 0, prints: { id: 'ORD-1', status: 'SHIPPED' } },
  { argv: 'run cancel RUN-9 --reason late --json', exit: 3, says: noRun },
  { argv: 'run refund RUN-9 --reason broken --json', exit: 3, says: noRun },
  { argv: 'run pause STO-9 --json', exit: 3, says: noRun },
  { argv: 'run resume STO-9 --json', exit: 3, says: noRun },
  { argv: 'run skip STO-9 --json', exit: 3, says: noRun },
  { argv: 'run stop STO-9 --json', exit: 3, says: noRun },
  {
    argv: 'run list --fields id,knd --json',
    exit: 2,
    says: { message: expect.stringContaining('choose from id, kind') },
  },
  { argv: 'list --fields id,nonsense --json', exit: 2, says: { message: expect.stringContaining('id, customerId') } },
  { argv: 'describe ORD-1 --fields total.amuont --json', exit: 2, says: misused },
  { argv: 'run watch RUN-1 --fields statsu -o jsonl', exit: 2, says: misused },
  { argv: 'watch ORD-1 --fields statsu -o jsonl', exit: 2, says: misused },
  { argv: 'whoami --json', exit: 0, prints: { id: 'ada', role: 'CUSTOMER', from: 'WAYBILL_TOKEN' } },
  { argv: 'login --role king --json', exit: 2, says: misused },
  { argv: 'logout --profile nobody --json', exit: 0, prints: { profile: 'nobody', removed: false } },
  { argv: 'ui ORD-1 --json', exit: 0, prints: { url: 'http://127.0.0.1:8233/ORD-1' } },
  { argv: 'logs --json', exit: 3, says: { code: 'LOG_NOT_FOUND' } },
  { argv: 'api --query {viewer{id}} --json', exit: 0, prints: { viewer: { id: 'ada' } } },
  { argv: 'api --json', exit: 2, says: misused },
  { argv: 'completion powershell --json', exit: 2, says: misused },
  { argv: 'start --everywhere --json', exit: 2, says: misused },
  { argv: 'stop --everything --json', exit: 2, says: misused },
  { argv: 'restart --everything --json', exit: 2, says: misused },
];
