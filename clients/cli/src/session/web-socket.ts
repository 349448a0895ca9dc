type WebSocketClass = typeof import('ws').WebSocket;

let loaded: WebSocketClass | undefined;

function load(): WebSocketClass {
  // A stream cannot wait for an import, and the bundle contains what is required.
  loaded ??= (require('ws') as typeof import('ws')).WebSocket;
  return loaded;
}

/**
 * Loads the class of `ws` when a stream is opened: most commands open none, and loading it costs more than the rest of
 * their start.
 */
export const WebSocket = new Proxy(function unloaded() {} as unknown as WebSocketClass, {
  has: (_, name) => Reflect.has(load(), name),
  get: (_, name) => Reflect.get(load(), name),
  construct: (_, given, made) => Reflect.construct(load(), given, made),
});
