/** What a stack is told that is to start an engine of its own, whatever engine the environment names. */
export function withOwnEngine(given: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { TEMPORAL_ADDRESS, TEMPORAL_HOST, TEMPORAL_TARGET, TEMPORAL_NAMESPACE, ...env } = given;
  return env;
}
