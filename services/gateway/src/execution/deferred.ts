type Deferred<Given, Port> = { make: (given: Given) => Port; given: Given; port?: Port };

const forget = Symbol('forget');

const handler: ProxyHandler<Deferred<unknown, object>> = {
  get(deferred, name) {
    if (name === forget) return () => void delete deferred.port;
    deferred.port ??= deferred.make(deferred.given);
    return Reflect.get(deferred.port, name);
  },
};

/** A port that is made when it is used first: an operation uses one of them, and each subscriber would keep all. */
export const deferred = <Given, Port extends object>(make: (given: Given) => Port, given: Given): Port =>
  new Proxy({ make, given } as Deferred<unknown, object>, handler) as unknown as Port;

/** A port that was made is not kept any longer: the next use makes another. */
export const forgetPort = (port: object): void => (port as { [forget]?: () => void })[forget]?.();
