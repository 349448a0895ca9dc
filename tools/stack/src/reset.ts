import { clearStateFolder, stateDirFrom } from './state-folder.ts';

const stateDir = stateDirFrom(process.env);
try {
  await clearStateFolder(stateDir, console.log);
  console.log(`Cleared ${stateDir}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
