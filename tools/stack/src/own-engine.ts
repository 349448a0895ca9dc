/** What a stack is told that is to start an engine of its own, whatever engine the environment names. */
export function withOwnEngine({ TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, ...env }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return env;
}
