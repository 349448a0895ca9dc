export { type Addresses, CannotStart, freePorts, type Ports } from './processes/addresses.ts';
export { stopsWithThisProcess } from './start/leaving.ts';
export { withOwnEngine } from './start/own-engine.ts';
export { type Stack, startStack } from './start/start-stack.ts';
export { AlreadyRunning } from './state-folder/hold.ts';
