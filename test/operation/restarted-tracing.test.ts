import { beginTrace } from '@waybill/tracing';
import { startTracing } from '@waybill/tracing/start';
import { expect, test } from 'vitest';
import { openSpanSink } from './span-sink.ts';

test('tracing that was stopped can be started again in the same process, with another collector', async () => {
  for (const name of ['first', 'second']) {
    const sink = await openSpanSink();
    const tracing = startTracing('test', { url: `${sink.url}/v1/traces`, share: 1 });
    await beginTrace().record({ name }, async () => undefined);
    await tracing.stop();
    sink.close();

    expect(sink.spans()).toMatchObject([{ name }]);
  }
});
