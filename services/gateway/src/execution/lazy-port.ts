import { beforeDeadline, type Deadline } from './deadline.ts';

type LazyPort<Given, Port> = { make: (given: Given) => Port; given: Given; deadline: Deadline; port?: Port };
type Method = (...given: unknown[]) => unknown;

const forget = Symbol('forget');

const handler: ProxyHandler<LazyPort<unknown, object>> = {
  get(lazy, name) {
    if (name === forget) return () => void delete lazy.port;
    lazy.port ??= lazy.make(lazy.given);
    const { port, deadline } = lazy;
    const method: unknown = Reflect.get(port, name);
    if (deadline.at === null || typeof method !== 'function') return method;
    return (...given: unknown[]) => beforeDeadline(deadline, () => (method as Method).apply(port, given));
  },
};

/**
 * Creates a port when it is first used: an operation uses only one, and each subscriber would keep all. Each
 * call to it must finish by the operation's deadline.
 */
export const createLazyPort = <Given, Port extends object>(
  make: (given: Given) => Port,
  given: Given,
  deadline: Deadline,
): Port => new Proxy({ make, given, deadline } as LazyPort<unknown, object>, handler) as unknown as Port;

/** Forgets the port: the next use creates another. */
export const forgetPort = (port: object): void => (port as { [forget]?: () => void })[forget]?.();
