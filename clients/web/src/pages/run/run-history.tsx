import type { RunDetailsFragment } from '@waybill/client';
import { useWaybill } from '@waybill/client/react';
import { firstPage } from '../../data/first-page.ts';
import { EngineHistory } from '../../engine-history/engine-history.tsx';

export function RunHistory({ run: { id, links } }: { run: RunDetailsFragment }) {
  const { runs } = useWaybill();
  return (
    <EngineHistory
      of={`run ${id}`}
      workflow={links?.temporalUi}
      read={(after, signal) => firstPage(runs.history(id, { newestFirst: true, pageSize: 50, after, signal }))}
    />
  );
}
