/** Whether a part of the system is available, and since when, as this gateway has observed. */
export type ServiceHealth = { name: string; ok: boolean; since: string; build: string | null; detail: string | null };

/** The port of the parts of the system, implemented by the gateway. */
export interface ServicesPort {
  health(): Promise<ServiceHealth[]>;
}
