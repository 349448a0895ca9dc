import { openLog } from '@waybill/platform';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { createOperationLog } from '../src/execution/operation-log.ts';

test.each([
  ['orderId', { orderId: 'ORD-1' }, 'ORD-1'],
  ['id', { id: 'ORD-2' }, 'ORD-2'],
  ['its input', { input: { orderId: 'ORD-3', customerEmail: 'canary@canary.example' } }, 'ORD-3'],
  ['an order that is none', { orderId: 'canary@canary.example', id: { street: '7 Canary Row' } }, undefined],
  ['no order', {}, undefined],
])('an operation leaves one line, with the order that its variables name by %s', async (_, variables, orderId) => {
  const lines: Record<string, unknown>[] = [];
  const log = openLog('test', 'info', { write: (line) => void lines.push(JSON.parse(line)) }, 'b7');

  await executed(createOperationLog(log), variables);

  expect(lines).toMatchObject([{ buildId: 'b7', correlationId: 'c-1', viewer: 'otto', fields: ['approveOrder'] }]);
  expect(lines[0]?.orderId).toBe(orderId);
  expect(JSON.stringify(lines)).not.toMatch(/canary/i);
});

type Plugin = ReturnType<typeof createOperationLog>;
type Executing = Parameters<NonNullable<Plugin['onExecute']>>[0];

/** As Yoga calls it, before anything may refuse or replace the execution. */
async function executed({ onExecute }: Plugin, variableValues: object): Promise<void> {
  const contextValue = { correlationId: 'c-1', viewer: { id: 'otto', role: 'OPERATOR' } };
  const args = { document: parse('mutation { approveOrder }'), contextValue, variableValues };
  await onExecute?.({ args } as unknown as Executing);
}
