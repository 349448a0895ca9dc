import { clearStateFolder, stateDirFrom } from './state-folder/hold.ts';

try {
  const stateDir = stateDirFrom(process.env);
  await clearStateFolder(stateDir, console.log);
  console.log(`Cleared ${stateDir}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
