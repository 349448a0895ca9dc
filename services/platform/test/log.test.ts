import { expect, test } from 'vitest';
import { openLog } from '../src/log/log.ts';

test('a log line has only listed fields', () => {
  const { log, lines } = aLog();
  const fields = { orderId: 'o-1', attempt: 2, fields: ['order'], customerEmail: 'ada@example.com', token: 'secret' };

  log.info(fields, 'answered');

  expect(lines()).toEqual([{ ...common, level: 30, orderId: 'o-1', attempt: 2, fields: ['order'], msg: 'answered' }]);
});

test('a listed field is a plain value: objects are left out', () => {
  const { log, lines } = aLog();
  const nested = { error: { customerEmail: 'ada@example.com' }, fields: [{ street: '1 Main Street' }], code: 'X' };

  log.warn(nested as never, 'failed');

  expect(lines()).toEqual([{ ...common, level: 40, code: 'X', msg: 'failed' }]);
});

const common = { time: expect.any(String), service: 'test' };

function aLog() {
  const written: string[] = [];
  const log = openLog('test', 'info', { write: (line) => void written.push(line) });
  return { log, lines: () => written.map((line) => JSON.parse(line)) };
}
