/** Whether a part of the system answers, and since when that is so as far as the gateway has seen. */
export type ServiceHealth = { name: string; ok: boolean; since: string; build: string | null; detail: string | null };

/** What the schema needs from the outside world to speak about the parts of the system. The gateway supplies it. */
export interface ServicesPort {
  health(): Promise<ServiceHealth[]>;
}
