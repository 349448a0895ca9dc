import { beforeDeadline, type Deadline } from './deadline.ts';
import { inTrace, type OperationTrace } from './operation-trace.ts';

/** What every call of an operation shares. */
type Shared = { deadline: Deadline; trace: OperationTrace };

type LazyPort<Given, Port> = { make: (given: Given) => Port; given: Given; shared: Shared; port?: Port };
type Method = (...given: unknown[]) => unknown;

const forget = Symbol('forget');

const handler: ProxyHandler<LazyPort<unknown, object>> = {
  get(lazy, name) {
    if (name === forget) return () => void delete lazy.port;
    lazy.port ??= lazy.make(lazy.given);
    const { deadline, trace } = lazy.shared;
    const { port } = lazy;
    const method: unknown = Reflect.get(port, name);
    if (typeof method !== 'function') return method;
    const call = (...given: unknown[]) => inTrace(trace, () => (method as Method).apply(port, given));
    return deadline.at === null ? call : (...given: unknown[]) => beforeDeadline(deadline, () => call(...given));
  },
};

/**
 * Creates a port when it is first used: an operation uses only one, and each subscriber would keep all. Each
 * call to it must finish by the operation's deadline, and is part of its trace.
 */
export const createLazyPort = <Given, Port extends object>(
  make: (given: Given) => Port,
  given: Given,
  shared: Shared,
): Port => new Proxy({ make, given, shared } as LazyPort<unknown, object>, handler) as unknown as Port;

/** Forgets the port: the next use creates another. */
export const forgetPort = (port: object): void => (port as { [forget]?: () => void })[forget]?.();
