import type { Page } from 'playwright-core';

type Variables = { after?: string | null; first?: number };
type Listed = { data: Record<string, { nodes: { id: string }[]; pageInfo: object }> };

/** A list as if there were thousands: all of them look as the first one of the gateway's own. */
export async function cloneList(page: Page, operation: string, field: string, total: number): Promise<void> {
  let own: Listed | undefined;
  await page.route('**/graphql', async (route) => {
    const request = route.request();
    const body = request.method() === 'POST' ? request.postDataJSON() : {};
    if (!new RegExp(`query ${operation}\\b`).test(body.query ?? '')) return route.fallback();
    own ??= (await (await route.fetch()).json()) as Listed;
    const { after, first = 20 } = body.variables as Variables;
    await route.fulfill({ json: pageOf(own, field, { from: Number(after ?? 0), first, total }) });
  });
}

function pageOf(
  { data }: Listed,
  field: string,
  { from, first, total }: { from: number; first: number; total: number },
) {
  const list = data[field];
  const [model] = list?.nodes ?? [];
  const to = Math.min(from + first, total);
  const nodes = Array.from({ length: to - from }, (_, at) => ({ ...model, id: `CLONE-${from + at + 1}` }));
  return { data: { ...data, [field]: { ...list, nodes, pageInfo: { hasNextPage: to < total, endCursor: `${to}` } } } };
}
