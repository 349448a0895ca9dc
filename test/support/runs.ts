import type { Driver } from '../../services/gateway/test/support/driver.ts';

/** Follows a run to its end, by its snapshots. */
export async function followed(driver: Driver, id: string, selection: string): Promise<Record<string, unknown>[]> {
  const seen: Record<string, unknown>[] = [];
  const subscription = `subscription { workflowRunChanged(id: "${id}") { status revision ${selection} } }`;
  for await (const { data, errors } of driver.follow(subscription))
    seen.push((data?.workflowRunChanged ?? { error: errors?.[0]?.extensions?.code }) as Record<string, unknown>);
  return seen;
}

/** Starts a run; throws with the answer where none is started. */
export const startedBy = async (driver: Driver, mutation: string): Promise<{ id: string }> => {
  const [field = ''] = mutation.split('(');
  const payload = `${field[0]?.toUpperCase()}${field.slice(1)}Payload`;
  const answer = await driver.told<Record<string, { run: { id: string } }>>(
    `mutation { ${mutation} { ... on Error { code message } ... on ${payload} { run { id } } } }`,
  );
  const [result] = Object.values(answer);
  if (!result?.run) throw new Error(JSON.stringify(answer));
  return result.run;
};
