import { commandIdShape } from '@waybill/contracts/domain';
import {
  IdempotencyConflict,
  type OrderCommand,
  type OrderSnapshot,
  VerdictPending,
  type Viewer,
} from '@waybill/graphql';
import { expect, test } from 'vitest';
import type { Caller } from '../src/ports/caller.ts';
import { scopeCommandIds } from '../src/ports/command-scope.ts';

const approve = { orderId: 'ORD-1', name: 'approve', note: null } as const;
const ada: Viewer = { id: 'ada', role: 'CUSTOMER' };
const find = async () => undefined;

test('the same command id names two commands of two people, and one of one person', async () => {
  const received: (string | null)[] = [];
  const send = (viewer: Viewer, commandId: string) =>
    scoped(viewer, async (command) => {
      received.push(command.commandId);
      return {} as OrderSnapshot;
    })({ ...approve, commandId }, find);

  await send(ada, 'approve-1');
  await send(ada, 'approve-1');
  await send({ id: 'mia', role: 'MANAGER' }, 'approve-1');
  await send({ id: 'ada', role: 'MANAGER' }, 'approve-1');
  await send(ada, 'approve-2');

  const [first, again, ...others] = received;
  expect(again).toBe(first);
  expect(new Set([first, ...others]).size).toBe(4);
  for (const id of received) expect(id).toMatch(commandIdShape);
});

test.each([
  ['that was given', 'approve-1', 'approve-1'],
  ['that was made', null, 'made-1'],
])('responses show the command id %s', async (_, commandId, shown) => {
  const pending = scoped(ada, (command) => Promise.reject(new VerdictPending(String(command.commandId))));
  const taken = scoped(ada, ({ orderId, commandId: id }) =>
    Promise.reject(new IdempotencyConflict(orderId, `The command id ${id} was used before`)),
  );

  await expect(pending({ ...approve, commandId }, find)).rejects.toMatchObject({ commandId: shown });
  await expect(taken({ ...approve, commandId }, find)).rejects.toThrow(`The command id ${shown} was used before`);
});

test('a command without an id can be repeated with the id in its response', async () => {
  const received: (string | null)[] = [];
  const send = scoped(ada, (command) => {
    received.push(command.commandId);
    return Promise.reject(new VerdictPending(String(command.commandId)));
  });

  const { commandId } = (await send({ ...approve, commandId: null }, find).catch((error) => error)) as VerdictPending;
  await send({ ...approve, commandId }, find).catch(() => undefined);

  expect(received[1]).toBe(received[0]);
});

const scoped = (viewer: Viewer, command: (command: OrderCommand) => Promise<OrderSnapshot>) => {
  const caller: Caller = { viewer, correlationId: 'cor-1', idempotencyKey: null, lastEventId: null };
  return scopeCommandIds(command, caller, () => 'made-1');
};
