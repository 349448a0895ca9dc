/** Delays what is about to be done. Undefined where there is no delay: then nothing is awaited, and older histories replay. */
export type Hold = Promise<void> | undefined;
