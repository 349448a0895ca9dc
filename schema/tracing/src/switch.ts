/** Decides whether a trace that begins now is recorded. */
export type Draw = () => boolean;

let draw: Draw | undefined;

/** Whether this process makes spans. Whoever makes some asks once, before the first, so that a process without pays nothing. */
export const isTracing = (): boolean => draw !== undefined;

/** Whether a trace that begins now is recorded; false without tracing. */
export const isDrawn = (): boolean => draw?.() ?? false;

/** Without a draw, tracing is off. */
export const switchTracing = (to: Draw | undefined): void => {
  draw = to;
};
