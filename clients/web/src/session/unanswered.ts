const key = 'waybill:unanswered';

type Unanswered = { of: string; id: string };

function kept(): Unanswered | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined; // what somebody else wrote there was not sent
  }
}

/** The id under which the same command was sent before without an answer, in this tab; else a new one. */
export function commandIdOf(command: unknown): string {
  const of = JSON.stringify(command);
  const last = kept();
  if (last?.of === of) return last.id;
  const id = crypto.randomUUID();
  sessionStorage.setItem(key, JSON.stringify({ of, id } satisfies Unanswered));
  return id;
}

export const forgetUnanswered = (): void => sessionStorage.removeItem(key);
