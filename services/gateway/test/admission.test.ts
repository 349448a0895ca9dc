import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Session } from '../src/auth/session.ts';
import { createAdmission } from '../src/transports/ws/admission.ts';
import { Reading } from '../src/transports/ws/reading.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('all sockets of a user together send as many messages at once as ten seconds allow', () => {
  const { socketOf } = aGateway({ perSecond: 10 });
  const sockets = Array.from({ length: 50 }, () => socketOf('ada'));

  const admitted = sockets.flatMap((socket) => socket.sends(10));

  expect(admitted.filter(Boolean)).toHaveLength(100 + 40); // forty sockets are not read after one message more
});

test('a socket whose message exceeds the quota of its user is read again when a second has refilled it', () => {
  const { socketOf } = aGateway({ perSecond: 10 });
  for (let at = 0; at < 10; at++) socketOf('ada').sends(10);
  const socket = socketOf('ada');

  const [beyond, behind] = socket.sends(2);
  vi.advanceTimersByTime(999);
  expect(socket.isRead()).toBe(false);
  vi.advanceTimersByTime(1);

  expect([beyond, behind]).toEqual([true, false]);
  expect(socket.isRead()).toBe(true);
  expect(socket.sends(1)).toEqual([true]);
});

test('the messages of one user take nothing from another, nor from sockets that have not authenticated', () => {
  const { socketOf } = aGateway({ perSecond: 10 });
  for (let at = 0; at < 20; at++) socketOf('ada').sends(10);

  const others = [socketOf('ben'), ...Array.from({ length: 20 }, () => socketOf(undefined))];

  for (const other of others) expect(other.sends(10)).not.toContain(false);
});

test('a socket that is not read for two reasons is read when both have passed', () => {
  const { socketOf } = aGateway({ perSecond: 10 });
  for (let at = 0; at < 10; at++) socketOf('ada').sends(10);
  const socket = socketOf('ada');
  let drained: () => void = () => undefined;
  socket.reading.pauseUntil((resume) => {
    drained = resume;
  });
  socket.sends(1);

  drained();
  expect(socket.isRead()).toBe(false);
  vi.advanceTimersByTime(1_000);

  expect(socket.isRead()).toBe(true);
});

function aGateway({ perSecond }: { perSecond: number }) {
  const admissionOf = createAdmission(perSecond, () => new Date());
  const socketOf = (user: string | undefined) => {
    let isRead = true;
    const read = (now: boolean) => () => {
      isRead = now;
    };
    const reading = new Reading({ pause: read(false), resume: read(true) });
    const session = { viewer: { id: user } } as Session;
    const isAdmitted = admissionOf(user === undefined ? { reading } : { reading, session });
    const sends = (count: number) => Array.from({ length: count }, isAdmitted);
    return { sends, reading, isRead: () => isRead };
  };
  return { socketOf };
}
