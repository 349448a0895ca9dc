import { stateDirFrom, stopStack } from './state-folder/hold.ts';

try {
  const stateDir = stateDirFrom(process.env);
  const stopped = await stopStack(stateDir);
  console.log(stopped.length > 0 ? `Stopped: ${stopped.join(', ')}` : `Nothing runs in ${stateDir}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
