let on = false;

/** Whether this process makes spans. Whoever makes some asks once, before the first, so that a process without pays nothing. */
export const isTracing = (): boolean => on;

export const switchTracing = (to: boolean): void => {
  on = to;
};
