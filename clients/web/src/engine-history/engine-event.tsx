import type { EngineEventFragment } from '@waybill/client';
import { memo } from 'react';
import tones from '../components/tone.module.css';
import { stepWords } from '../order/words.ts';
import { usePreferences } from '../session/preferences.ts';
import { exactTime } from '../time/format.ts';
import { eventTone, eventWords } from './event-words.ts';

export const EngineEvent = memo(({ event: { id, type, at, step, detail } }: { event: EngineEventFragment }) => {
  const { zone } = usePreferences();
  return (
    <li className={tones[eventTone(type)]} value={id}>
      <time dateTime={at}>{exactTime(at, zone)}</time>
      <span>
        <strong>{eventWords(type)}</strong>
        {step && <small>{stepWords(step).noun}</small>}
      </span>
      <small>{id}</small>
      {detail != null && (
        <details>
          <summary>Attributes</summary>
          <pre>{JSON.stringify(detail, null, 2)}</pre>
        </details>
      )}
    </li>
  );
});
