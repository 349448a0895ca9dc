import { afterAll, beforeAll, expect, test } from 'vitest';
import { currentBundle } from '../../clients/cli/build/bundle.js';
import type { Gateway } from '../../clients/typed/test/support/gateway.ts';
import { aFakeGateway, field } from './fake-gateway.ts';
import { waybill } from './waybill.ts';

let gateway: Gateway;
beforeAll(async () => {
  await currentBundle();
  gateway = await aFakeGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

type Row = { argv: string; exit: number; prints?: object; says?: object; stdin?: string };

const order = { id: 'ORD-1', status: 'SHIPPED' };

test.concurrent.each<Row>([
  { argv: 'place --sku MUG-001:2 -o json', exit: 0, prints: { id: 'ORD-1', status: 'PROCESSING' } },
  { argv: 'place --sku MUG-001 --customer nobody -o json', exit: 5, says: { code: 'INVALID_INPUT', fields: [field] } },
  { argv: 'place --sku MUG:x:y:z -o json', exit: 2, says: { code: 'USAGE' } },
  { argv: 'place -o json', exit: 2, says: { code: 'USAGE' } },
  {
    argv: 'place --file - -o json',
    stdin: '{"items":[\n{]}',
    exit: 2,
    says: { message: expect.stringContaining('line 2') },
  },
  {
    argv: 'place --file - -o json',
    stdin: '{"items":[{"sku":"MUG-001","quantity":1,"colour":"red"}]}',
    exit: 2,
    says: { fields: [{ path: ['items', '0', 'colour'], message: expect.stringContaining('sku, quantity, price') }] },
  },
  { argv: 'status ORD-1 -o json', exit: 0, prints: order },
  { argv: 'status ORD-1 -o json --fields status', exit: 0, prints: { status: 'SHIPPED' } },
  { argv: 'describe ORD-1 --json', exit: 0, prints: { ...order, paymentReference: 'PAY-7' } },
  { argv: 'history ORD-1 --engine --json', exit: 0, prints: { items: [{ id: 1 }, { id: 2 }], nextCursor: '1' } },
  { argv: 'history ORD-F --engine --json', exit: 3, says: { code: 'HISTORY_NOT_FOUND' } },
  { argv: 'history ORD-NONE --engine --json', exit: 3, says: { code: 'ORDER_NOT_FOUND' } },
  { argv: 'status ORD-NONE --json', exit: 3, says: { code: 'ORDER_NOT_FOUND', retryable: false } },
  { argv: 'status --json', exit: 2, says: { code: 'USAGE' } },
  { argv: 'stauts ORD-1 --json', exit: 2, says: { message: expect.stringContaining('Did you mean status?') } },
  { argv: 'status ORD-1 --filds id --json', exit: 2, says: { message: expect.stringContaining('--fields') } },
  { argv: 'wait ORD-1 --json', exit: 0, prints: order },
  { argv: 'wait ORD-1 --until SHIPPED --json', exit: 0, prints: order },
  { argv: 'wait ORD-F --status failed --json', exit: 0, prints: { status: 'FAILED' } },
  { argv: 'wait ORD-F --json', exit: 6, says: { code: 'ENDED_OTHERWISE' } },
  { argv: 'wait ORD-SLOW --timeout 200ms --json', exit: 7, says: { code: 'TIMED_OUT', retryable: true } },
  { argv: 'wait ORD-1 --for LOST --json', exit: 2, says: { message: expect.stringContaining('SHIPPED') } },
  { argv: 'watch ORD-F --json', exit: 0, prints: { id: 'ORD-1', status: 'FAILED' } },
  { argv: 'watch ORD-F --until SHIPPED --json', exit: 6, says: { code: 'ENDED_OTHERWISE' } },
  { argv: 'watch ORD-1 -o jsonl', exit: 0, prints: { type: 'order', revision: 9, order } },
  { argv: 'list -o json --limit 1', exit: 0, prints: { items: [order], nextCursor: 'more' } },
  { argv: 'list -o jsonl --limit 1', exit: 0, prints: order },
  { argv: 'list --health RETRYING,stuck -o json --limit 1', exit: 0, prints: { items: [order] } },
  { argv: 'list --health SICK --json', exit: 2, says: { message: expect.stringContaining('WAITING_FOR_PERSON') } },
  { argv: 'api {viewer{role}}', exit: 0, prints: { viewer: { role: expect.any(String) } } },
  { argv: 'list --limit none --json', exit: 2, says: { code: 'USAGE' } },
  { argv: 'list --since yesterday --json', exit: 2, says: { message: expect.stringContaining('--since') } },
  { argv: 'list --since 5 --json', exit: 2, says: { message: expect.stringContaining('--since') } },
  { argv: 'approve ORD-1 --json', exit: 0, prints: { id: 'ORD-1', status: 'APPROVED' } },
  { argv: 'approve ORD-LATE --json', exit: 5, says: { code: 'ORDER_NOT_AWAITING_APPROVAL', decidedBy: 'bob' } },
  { argv: 'approve ORD-NONE --json', exit: 3, says: { code: 'ORDER_NOT_FOUND' } },
  { argv: 'approve ORD-SLOW --json', exit: 7, says: { code: 'VERDICT_PENDING', retryable: true } },
  {
    argv: 'approve - --json',
    stdin: 'ORD-1\nORD-LATE\n',
    exit: 5,
    prints: {
      items: [
        { id: 'ORD-1', verdict: 'ACCEPTED' },
        { id: 'ORD-LATE', verdict: 'ORDER_NOT_AWAITING_APPROVAL' },
      ],
    },
  },
  { argv: 'approve - --json', exit: 0, prints: { items: [], nextCursor: null } },
  { argv: 'approve ORD-NEW --json', exit: 0, prints: { id: 'ORD-1', status: 'APPROVED' } },
  { argv: 'reject ORD-1 --json', exit: 0, prints: { failure: { message: 'No reason was given' } } },
  { argv: 'address ORD-1 --zip N2 --json', exit: 0, prints: { shippingAddress: { city: 'London', zip: 'N2' } } },
  { argv: 'address ORD-1 --json', exit: 2, says: { message: expect.stringContaining('--street') } },
  { argv: 'cancel ORD-1 --json', exit: 0, prints: { failure: { message: 'No reason was given' } } },
  { argv: 'give-up ORD-1 CREATE_LABEL --json', exit: 2, says: { message: expect.stringContaining('--reason') } },
  { argv: 'audit --json', exit: 5, prints: { balanced: false } },
  { argv: 'chaos show --json', exit: 4, says: { code: 'FORBIDDEN' } },
  { argv: 'stock --json', exit: 1, says: { code: 'INTERNAL', correlationId: 'c-1' } },
  { argv: 'watch --filter status=SHIPPED -o jsonl --timeout 200ms', exit: 7, says: { code: 'TIMED_OUT' } },
  {
    argv: 'watch --filter customer=ada -o jsonl --until SHIPPED',
    exit: 0,
    prints: { type: 'change', cursor: '7', kind: 'MATCHES', order },
  },
  { argv: 'watch --filter customer=ada ORD-1 --json', exit: 2, says: { message: expect.stringContaining('not both') } },
  { argv: 'run watch RUN-SLOW --json --timeout 200ms', exit: 7, says: { code: 'TIMED_OUT', retryable: true } },
  { argv: 'run watch RUN-1 --json', exit: 0, prints: { id: 'RUN-1', status: 'COMPLETED' } },
  { argv: 'run user-context --strategy promise-allsettled --json', exit: 0, prints: { id: 'RUN-1' } },
  { argv: 'run user-context --strategy SEQUENTIAL --json', exit: 0, prints: { id: 'RUN-1' } },
  { argv: 'run user-context --strategy toString --json', exit: 2, says: { message: expect.stringContaining('rxjs') } },
  { argv: 'journal -f --from 2h -o jsonl', exit: 2, says: { message: expect.stringContaining('--actor') } },
  { argv: 'journal -f --json', exit: 2, says: { message: expect.stringContaining('jsonl') } },
  ...['customer=', 'attention=maybe', 'customer=ada,customer=bob', 'colour=red'].map((filter) => ({
    argv: `watch --filter ${filter} -o jsonl --timeout 200ms`,
    exit: 2,
    says: { message: expect.stringContaining('--filter') },
  })),
  { argv: 'watch --filter status=SHIPPED --json', exit: 2, says: { message: expect.stringContaining('jsonl') } },
  { argv: 'demo --json', exit: 2, says: { code: 'USAGE' } },
])('waybill $argv ends with $exit', async ({ argv, stdin, exit, prints, says }) => {
  const ended = await waybill(argv.split(' '), { WAYBILL_URL: gateway.url(), WAYBILL_TOKEN: 'token-1' }, stdin);

  expect({ exit: ended.exit, stderr: prints ? '' : ended.stderr }).toEqual({
    exit,
    stderr: prints ? '' : ended.stderr,
  });
  if (prints) expect(JSON.parse(ended.stdout)).toMatchObject(prints);
  else expect([ended.stdout, JSON.parse(ended.stderr)]).toMatchObject(['', { error: says }]);
});
