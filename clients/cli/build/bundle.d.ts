/** Bundles the command line into a folder. */
export function bundleInto(folder: string, options?: { forTarball?: boolean }): Promise<void>;

/** The URL of the bundle of the sources as they are; it is made where there is none yet. */
export function currentBundle(): Promise<string>;
