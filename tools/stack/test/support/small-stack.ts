import type { Role } from '../../src/processes/role.ts';
import { leavingSignal } from '../../src/start/leaving.ts';
import { runProcesses } from '../../src/start/stack.ts';
import { holdStateFolder } from '../../src/state-folder/hold.ts';

// A stack of three processes that do nothing, to be ended in every way: run with its state folder and a phase to stay in.

const [stateDir = '', phase = 'up'] = process.argv.slice(2);
const leaving = leavingSignal([process.stdout, process.stderr]);
const say = (line: string) => void process.stdout.write(`${line}\n`);

const role = (name: string, rest: Partial<Role> = {}): Role => ({
  name,
  command: process.execPath,
  args: [
    '-e',
    `process.once('disconnect', () => process.exit()); setInterval(() => {}, 1_000); process.send('ready');`,
  ],
  ours: true,
  ready: 'says so',
  note: '',
  ...rest,
});

/** Like the engine: no process of ours. */
const engine = role('engine', { command: 'sleep', args: ['1000'], ours: false, ready: async () => phase !== 'waking' });
const slow = role('slow', phase === 'starting' ? { ready: async () => false } : {});

const folder = await holdStateFolder(stateDir, say);
try {
  const telling = { say, arrived: ({ name }: Role) => say(`${name} is ready`) };
  const env = process.env;
  const running = await runProcesses([[engine, role('service')], [slow]], {
    root: stateDir,
    stateDir,
    env,
    folder,
    telling,
    signal: leaving,
  });
  say(`up ${running.pidOf('engine')} ${running.pidOf('slow')}`);
  if (!leaving.aborted) await new Promise((left) => leaving.addEventListener('abort', left));
  say('stopping');
  await running.stop();
} finally {
  folder.release();
  process.exit();
}
