/** Bundles the command line into a folder. */
export function bundleInto(folder: string, options?: { forTarball?: boolean }): Promise<void>;

/** Returns the URL of the bundle of the current sources, and builds it when there is none yet. */
export function currentBundle(): Promise<string>;
