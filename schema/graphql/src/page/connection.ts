import type { InterfaceRef, ObjectRef } from '@pothos/core';
import { builder, type SchemaTypes } from '../builder/builder.ts';
import { countedByPage, PageInfo } from './page.ts';
import type { Page } from './port.ts';

type Described = {
  name: string;
  description: string;
  /** What the entries of the list are called. */
  entries: string;
  entry?: string;
};

/** The connection type of a list that is paged: `XConnection` with `XEdge`. */
export function createConnection<T, P extends Page<T> = Page<T>>(
  node: ObjectRef<SchemaTypes, T> | InterfaceRef<SchemaTypes, T>,
  { name, description, entries, entry = 'entry' }: Described,
) {
  const Edge = builder.objectRef<Page<T>['edges'][number]>(`${name}Edge`).implement({
    description: `One of the ${entries}, with its cursor.`,
    fields: (t) => ({
      cursor: t.expose('cursor', { type: 'Cursor', description: 'Cursor of this edge.' }),
      node: t.field({ type: node, description: `The ${entry}.`, resolve: (edge) => edge.node as never }),
    }),
  });
  return builder.objectRef<P>(`${name}Connection`).implement({
    description,
    fields: (t) => ({
      edges: t.field({
        type: [Edge],
        complexity: countedByPage,
        description: `The ${entries} with their cursors.`,
        resolve: ({ edges }) => edges,
      }),
      nodes: t.field({
        type: [node],
        complexity: countedByPage,
        description: `The ${entries} without cursors.`,
        resolve: ({ edges }) => edges.map((edge) => edge.node) as never,
      }),
      pageInfo: t.field({ type: PageInfo, description: 'Position of this page in the list.', resolve: (page) => page }),
    }),
  });
}
