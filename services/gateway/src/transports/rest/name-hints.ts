import { z } from '@hono/zod-openapi';

/** What other systems call a parameter of a query. */
const foreignNames: Readonly<Record<string, readonly string[]>> = {
  first: ['limit', 'count', 'size', 'pageSize', 'page_size', 'perPage', 'per_page', 'top'],
  after: ['cursor', 'offset', 'page', 'pageToken', 'page_token', 'nextCursor', 'starting_after'],
};

/** Names the parameter that is meant by an unknown one. */
export function parameterHint(name: string, types: object): string {
  const ours = Object.keys(foreignNames).find((each) => foreignNames[each]?.includes(name));
  if (!ours || !Object.hasOwn(types, ours)) return '';
  return ours === 'after' ? ': use after, with the nextCursor of the previous page' : `: use ${ours}`;
}

/** The fields with the id of what a body makes; a run may have an order's id besides its own. */
const ownIds = ['runId', 'orderId'];

/** Names the field of a body that is meant by an unknown one, where there is no doubt. */
export function fieldHint(name: string, shape: z.ZodType): string {
  const fields = shape instanceof z.ZodObject ? Object.keys(shape.shape) : [];
  const meant = name === 'id' ? ownIds.find((each) => fields.includes(each)) : onlyOneLike(name, fields);
  return meant ? `: use ${meant}` : '';
}

const shortest = 4;

/** The only field that has the name as a part, whatever its spelling: `email` and `customer_email` are customerEmail. */
function onlyOneLike(name: string, fields: readonly string[]): string | undefined {
  const plain = name.replaceAll(/[_-]/g, '').toLowerCase();
  if (plain.length < shortest) return undefined;
  const [first, ...others] = fields.filter((field) => field.toLowerCase().includes(plain));
  return others.length === 0 ? first : undefined;
}
