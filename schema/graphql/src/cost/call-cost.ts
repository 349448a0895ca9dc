/** The cost of a call to the engine, the order book or the providers; a field itself costs one point. */
const aCall = 10;

/** The cost of a field whose resolver makes at most this many calls. */
export const calls = (count: number): number => 1 + count * aCall;

/** The calls of a lookup: the book, the workflow, and the engine's pending activities or the book again. */
export const callsToFind = 3;

/** The calls of a command: lookup, signal, and the wait for its verdict. */
export const callsToCommand = callsToFind + 3;
