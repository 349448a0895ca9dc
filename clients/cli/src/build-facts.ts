declare const BUILD_VERSION: string;
declare const BUILD_ROOT: string;

export const version = BUILD_VERSION;
/** The clone that this program was built in; empty when it was installed as a package. */
export const root = BUILD_ROOT;
