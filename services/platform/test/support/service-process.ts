import { DrizzleQueryError } from 'drizzle-orm';
import { openLog } from '../../src/log/log.ts';
import { runService } from '../../src/process/run.ts';

/** A service that behaves as its first argument says, once it has said that it is there. */
const behaviour = process.argv[2];

const say = (what: string) => process.send?.(what);

await runService(openLog('test'), async () => {
  if (behaviour === 'starts for ever') {
    say('starting');
    await new Promise((resolve) => setTimeout(resolve, 2 ** 31 - 1));
  }
  if (behaviour === 'throws') {
    setTimeout(() => {
      throw new Error('nobody expected this');
    });
  }
  if (behaviour === 'rejects') void Promise.reject(new Error('nobody expected this'));
  if (behaviour === 'cannot start') throw new Error('the port is taken');
  if (behaviour === 'cannot start on its database') {
    throw new DrizzleQueryError('insert into people values ($1)', ['canary@canary.example'], new Error('it is full'));
  }
  setInterval(() => undefined, 1_000);
  process.nextTick(() => say('started'));
  let stops = 0;
  return {
    stop: async () => {
      stops++;
      if (behaviour === 'goes on') process.stdout.write('stopping\n');
      await new Promise((resolve) => setTimeout(resolve, 100));
      if (stops !== 1) throw new Error(`stopped ${stops} times`);
      if (behaviour === 'cannot stop') throw new Error('it is stuck');
    },
  };
});
