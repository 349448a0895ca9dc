/** The environment of a stack that starts an engine of its own, without the variables that name another. */
export function withOwnEngine(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { TEMPORAL_ADDRESS, TEMPORAL_HOST, TEMPORAL_TARGET, TEMPORAL_NAMESPACE, ...env } = environment;
  return env;
}
