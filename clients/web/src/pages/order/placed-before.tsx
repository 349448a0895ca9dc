import { useLocation, useNavigate } from '@tanstack/react-router';
import type { OrderDetailsFragment } from '@waybill/client';
import { useEffect, useState } from 'react';
import { VerdictLine } from '../../order/verdict-line.tsx';
import { usePreferences } from '../../session/preferences.ts';
import { shortTime } from '../../time/format.ts';
import { serverClock } from '../../time/server-clock.ts';

/** Tells who has just placed an order that it is an earlier one; not again when the page is loaded again. */
export function PlacedBefore({ order: { id, createdAt } }: { order: Pick<OrderDetailsFragment, 'id' | 'createdAt'> }) {
  const { zone } = usePreferences();
  const navigate = useNavigate();
  const [wasPlacedBefore] = useState(useLocation({ select: ({ state }) => state.placedBefore }));
  useEffect(() => {
    if (wasPlacedBefore) void navigate({ to: '.', search: true, state: {}, replace: true, resetScroll: false });
  }, [wasPlacedBefore, navigate]);
  if (!wasPlacedBefore) return null;
  const when = shortTime(createdAt, zone, serverClock.now());
  return <VerdictLine verdict={{ accepted: true, text: `${id} was placed already at ${when}; this is it` }} />;
}
