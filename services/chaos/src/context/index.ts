import type { Provider } from '../calls/provider.ts';
import { contextUseCases } from './application/use-cases.ts';
import { surroundingsFrom } from './infrastructure/adapter.ts';
import { contextRoutes } from './presentation/routes.ts';

/** The context of users, wired. This is the only file of the context that others may import. */
export const contextContext = ({ door, sources }: Provider) =>
  contextRoutes(door(() => contextUseCases({ surroundings: surroundingsFrom(sources) })));
