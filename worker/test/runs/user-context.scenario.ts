import type { RunStrategy, UserContextRun } from '@waybill/contracts/domain';
import { describe, expect } from 'vitest';
import { scenario } from '../support/scenario.ts';
import { fails, gate, hangs, losesItsReply } from '../support/script.ts';
import { quick } from '../support/test-run.ts';

const gathering = (strategy: RunStrategy) => ({ kind: 'USER_CONTEXT', userId: 'ada', strategy }) as const;
const stepsOf = (run: unknown) =>
  (run as UserContextRun).steps.map(({ name, status, attempt }) => `${name} ${status} ${attempt}`);

describe.each<RunStrategy>(['PARALLEL', 'SEQUENTIAL'])('a user context that is gathered %s', (strategy) => {
  scenario('has the location, the weather there, and a fact about cats', async ({ run }) => {
    const stage = run(gathering(strategy));

    const { outcome, run: gathered } = await stage.plays();

    expect(outcome).toEqual({ status: 'COMPLETED', failure: null });
    expect(gathered).toMatchObject({
      progress: 100,
      context: {
        location: { city: 'Berlin', country: 'DE', latitude: 52.52, longitude: 13.41 },
        weather: { temperatureCelsius: 13, summary: 'Light breeze' },
        catFact: 'A cat has nine lives.',
        problems: [],
      },
    });
  });

  scenario('has no weather where there is no location, and says why', async ({ run }) => {
    const stage = run(gathering(strategy));
    stage.script.scripts('location', fails);

    const { outcome, run: gathered } = await stage.plays();

    expect(outcome).toEqual({ status: 'COMPLETED', failure: null });
    expect(gathered).toMatchObject({ context: { location: null, weather: null, catFact: 'A cat has nine lives.' } });
    expect((gathered as UserContextRun).context.problems.map(({ part, code }) => `${part} ${code}`)).toEqual([
      'LOCATION UNAVAILABLE',
      'WEATHER LOCATION_UNKNOWN',
    ]);
    expect(stepsOf(gathered)).toEqual(['LOCATION FAILED 2', 'WEATHER SKIPPED 0', 'CAT_FACT COMPLETED 1']);
  });

  scenario('goes on without the weather, and without a fact', async ({ run }) => {
    const stage = run(gathering(strategy), { patience: { WEATHER: { ...quick, timeoutMs: 400 } } });
    stage.script.scripts('weather', hangs);
    stage.script.scripts('cat fact', fails);

    const { run: gathered } = await stage.plays();

    expect(gathered).toMatchObject({ context: { location: { city: 'Berlin' }, weather: null, catFact: null } });
    expect((gathered as UserContextRun).context.problems.map(({ part }) => part).sort()).toEqual([
      'CAT_FACT',
      'WEATHER',
    ]);
  });

  scenario('is read again where a reply was lost', async ({ run }) => {
    const stage = run(gathering(strategy));
    stage.script.scripts('location', losesItsReply, { kind: 'works' });

    const { run: gathered } = await stage.plays();

    expect(stepsOf(gathered)).toContain('LOCATION COMPLETED 2');
    expect(gathered).toMatchObject({ context: { problems: [] } });
  });

  scenario('is cancelled in the middle of a call, which ends with it', async ({ run }) => {
    const stage = run(gathering(strategy), { patience: { LOCATION: { ...quick, timeoutMs: 20_000 } } });
    stage.script.scripts('location', gate().turn);
    await stage.starts();
    await stage.untilCalled('location');

    await stage.tells('cancel');
    const { outcome, run: gathered } = await stage.ends();

    expect(outcome).toMatchObject({ status: 'CANCELLED', failure: { code: 'CANCELLED' } });
    expect(gathered).toMatchObject({ status: 'CANCELLED', endedBy: 'maria', context: { problems: [] } });
    expect(stepsOf(gathered)[0]).toBe('LOCATION CANCELLED 1');
  });
});
