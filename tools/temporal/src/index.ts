export { engineAnswers, keepsClosedWorkflows } from './answers.ts';
export { type EngineSettings, engineArguments, engineEnvironment, type StartedEngine, startEngine } from './engine.ts';
export { NoEngine, temporalExecutable } from './executable.ts';
export { freePort, portIsFree } from './free-port.ts';
