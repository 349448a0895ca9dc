/** Holds back what is about to be done. Undefined where nothing is in its way: whoever asks then awaits nothing, and replays as before. */
export type Hold = Promise<void> | undefined;
