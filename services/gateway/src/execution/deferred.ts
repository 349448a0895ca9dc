type Deferred<Given, Port> = { make: (given: Given) => Port; given: Given; port?: Port };

const handler: ProxyHandler<Deferred<unknown, object>> = {
  get(deferred, name) {
    deferred.port ??= deferred.make(deferred.given);
    return Reflect.get(deferred.port, name);
  },
};

/** A port that is made when it is used first: an operation uses one of them, and each subscriber would keep all. */
export const deferred = <Given, Port extends object>(make: (given: Given) => Port, given: Given): Port =>
  new Proxy({ make, given } as Deferred<unknown, object>, handler) as unknown as Port;
