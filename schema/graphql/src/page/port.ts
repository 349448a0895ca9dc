export type PageArgs = { first?: number; after?: string; last?: number; before?: string };

export type Page<T> = {
  edges: { cursor: string; node: T }[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
};
