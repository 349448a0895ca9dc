/** Delays the next action. Undefined for no delay: then nothing is awaited, so that older histories replay. */
export type Hold = Promise<void> | undefined;
