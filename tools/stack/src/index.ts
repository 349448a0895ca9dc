export { type Addresses, CannotStart, freePorts, type Ports } from './addresses.ts';
export { stopsWithThisProcess } from './leaving.ts';
export { withOwnEngine } from './own-engine.ts';
export { type Stack, startStack } from './start-stack.ts';
export { AlreadyRunning } from './state-folder.ts';
