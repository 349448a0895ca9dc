declare const WAYBILL_VERSION: string;
declare const WAYBILL_ROOT: string;

export const version = WAYBILL_VERSION;
/** The clone that this program was built in; empty where it was installed as a package. */
export const root = WAYBILL_ROOT;
