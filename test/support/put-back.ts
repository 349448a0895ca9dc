import { afterAll, expect } from 'vitest';

/**
 * Test files share their worker process (`isolate: false`), so what one leaves behind is there for whichever file comes next:
 * a failure in another file, in some orders only. (Names of globals and listeners are not compared: libraries add some when loaded.)
 */
const before = processState(); // before the file is loaded

afterAll(() => {
  expect(processState(), 'a test file puts back what it changes in its process').toEqual(before);
});

function processState() {
  const globals = globalThis as Record<PropertyKey, unknown>;
  const telemetry = (globals[Symbol.for('opentelemetry.js.api.1')] ?? {}) as object;
  return {
    directory: process.cwd(),
    environment: { ...process.env },
    functions: [
      Date,
      Date.now,
      Math.random,
      setTimeout,
      setInterval,
      fetch,
      process.stdout.write,
      process.stderr.write,
    ],
    telemetry: Object.keys(telemetry).filter((name) => name !== 'version'),
  };
}
