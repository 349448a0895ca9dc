import type { UserContext } from '@waybill/contracts/domain';
import { defer, firstValueFrom, forkJoin, map, mergeMap, shareReplay } from 'rxjs';
import { contextOf, type Parts } from './parts.ts';

export function gatherReactively({ location, weather, catFact }: Parts): Promise<UserContext> {
  const place$ = defer(location).pipe(shareReplay(1));
  const sky$ = place$.pipe(mergeMap(({ value }) => weather(value)));
  const fact$ = defer(catFact);
  return firstValueFrom(forkJoin([place$, sky$, fact$]).pipe(map(([place, sky, fact]) => contextOf(place, sky, fact))));
}
