/** What a call to the engine, the order book or the providers costs, beside the one point of each field. */
const aCall = 10;

/** The cost of a field whose resolver makes at most this many calls. */
export const calls = (count: number): number => 1 + count * aCall;

/** An order is looked up in the book, asked of its workflow, and of the engine what is being tried, or of the book again. */
export const callsToFind = 3;

/** Found, told, and watched until it has answered. */
export const callsToCommand = callsToFind + 3;
