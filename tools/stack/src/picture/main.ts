import { writeFile } from 'node:fs/promises';
import { openTerminal } from '@waybill/terminal';
import { portsFrom } from '../processes/addresses.ts';
import { gatewayAt } from '../sample/gateway.ts';
import { showSampleOrder } from '../sample/sample.ts';
import { leavingSignal } from '../start/leaving.ts';
import { arrivedLine, readyLine, titleLine } from '../start/start-lines.ts';
import { startStack } from '../start/start-stack.ts';
import { stateDirFrom } from '../state-folder/hold.ts';
import { createRecordedScreen } from './screen-recording.ts';
import { svgOf } from './svg.ts';

const path = new URL('../../../../docs/sample-order.svg', import.meta.url);
const label = 'npm start: every process becomes ready, then the sample order goes from received to shipped';

const screen = createRecordedScreen();
const terminal = openTerminal(screen, {});
const { say, paint } = terminal;
const now = () => Date.now();
const signal = leavingSignal([process.stdout, process.stderr]);

const begun = now();
say(titleLine(paint));
const stack = await startStack({
  ports: portsFrom(process.env),
  stateDir: stateDirFrom(process.env),
  env: process.env,
  signal,
  telling: { say: console.error, arrived: (role, afterMs) => say(arrivedLine(role, afterMs, paint)) },
});
try {
  say(readyLine(now() - begun));
  if (!stack.tokens)
    throw new Error('The picture needs development tokens: unset WAYBILL_JWT_SECRET and WAYBILL_JWKS_URL');
  const gateway = gatewayAt(stack.addresses.gateway, stack.tokens.customer);
  await showSampleOrder({ gateway, terminal, signal, now });
  gateway.close();
  signal.throwIfAborted();
  await writeFile(path, svgOf(screen.lines(), label));
} finally {
  await stack.stop();
}
process.exit(0);
