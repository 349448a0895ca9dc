import type { EngineEventFragment } from '@waybill/client';
import { memo } from 'react';
import tones from '../components/tone.module.css';
import { usePreferences } from '../session/preferences.ts';
import { exactTime } from '../time/format.ts';
import { eventTone, eventWords, workWords } from './event-words.ts';

export const EngineEvent = memo(({ event: { id, type, at, detail, ...work } }: { event: EngineEventFragment }) => {
  const { zone } = usePreferences();
  return (
    <li className={tones[eventTone(type)]} value={id}>
      <time dateTime={at}>{exactTime(at, zone)}</time>
      <span>
        <strong>{eventWords(type)}</strong>
        {work.step && <small>{workWords(work)}</small>}
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
