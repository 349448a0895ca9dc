import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { bundledPrograms } from '@waybill/bundles';
import type { Environment } from '@waybill/contracts/settings';
import { freePorts } from '@waybill/stack';
import { secret } from '../../services/gateway/test/support/tokens.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const development = {
  LOG_LEVEL: 'fatal',
  NODE_ENV: 'development',
  WAYBILL_JWT_SECRET: secret,
  WAYBILL_JWT_ROLE_CLAIM: 'role',
};

/** A gateway in a process of its own, which can be killed, and comes back where it was. */
export async function openGatewayProcess(env: Environment) {
  const { gateway: port } = await freePorts();
  const url = `http://127.0.0.1:${port}`;
  const { gateway: program } = await bundledPrograms();
  const all = { ...process.env, ...env, ...development, WAYBILL_GATEWAY_PORT: `${port}` };
  const start = async () => {
    const started = spawn(process.execPath, [program], { cwd: root, env: all, stdio: 'inherit' });
    const isReady = () =>
      fetch(`${url}/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
    while (!(await isReady())) {
      if (started.exitCode !== null) throw new Error(`The gateway ended with ${started.exitCode}`);
      await setTimeout(25);
    }
    return started;
  };
  let running = await start();
  const kill = async () => {
    if (running.exitCode !== null || running.signalCode !== null) return;
    running.kill('SIGKILL');
    await once(running, 'exit');
  };
  return {
    url,
    /** Whoever calls it is connected, and gets no answer any more. */
    freeze: () => running.kill('SIGSTOP'),
    kill,
    async comeBack() {
      running = await start();
    },
  };
}
