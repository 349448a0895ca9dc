import type { RunStrategy, UserContextRun } from '@waybill/contracts/domain';
import { describe, expect } from 'vitest';
import { scenario } from '../support/scenario.ts';
import { fails, gate, hangs, losesItsReply, refuses, works } from '../support/script.ts';
import { patient, quick } from '../support/test-run.ts';
import { workerIsKilled } from '../support/worker-kills.ts';

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
    const stage = run(gathering(strategy), { patience: { LOCATION: patient } });
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

const parts = [
  ['location', 'LOCATION'],
  ['weather', 'WEATHER'],
  ['cat fact', 'CAT_FACT'],
] as const;
const patience = { LOCATION: patient, WEATHER: patient, CAT_FACT: patient };

describe('a user context', () => {
  scenario.for(parts)('whose %s is refused is not read again, and says why', async ([operation, part], { run }) => {
    const stage = run(gathering('SEQUENTIAL'), { patience });
    stage.script.scripts(operation, refuses('ORDER_UNDONE'));

    const { outcome, run: gathered } = await stage.plays();

    const { problems } = (gathered as UserContextRun).context;
    expect(outcome).toMatchObject({ status: 'COMPLETED' });
    expect(stepsOf(gathered)).toContain(`${part} FAILED 1`);
    expect(problems).toContainEqual({ part, code: 'ORDER_UNDONE', message: expect.any(String) });
    expect(problems).toHaveLength(part === 'LOCATION' ? 2 : 1);
  });

  scenario.for(parts)('whose reply with the %s is lost is read again', async ([operation, part], { run }) => {
    const stage = run(gathering('PARALLEL'), { patience });
    stage.script.scripts(operation, losesItsReply, works);

    const { run: gathered } = await stage.plays();

    expect(stepsOf(gathered)).toContain(`${part} COMPLETED 2`);
    expect(gathered).toMatchObject({ context: { problems: [] } });
  });

  scenario.for(parts.slice(1))(
    'that is cancelled while the %s is read keeps what is known',
    async ([operation, part], { run }) => {
      const stage = run(gathering('SEQUENTIAL'), { patience });
      stage.script.scripts(operation, gate().turn);
      await stage.starts();
      await stage.untilCalled(operation);

      await stage.tells('cancel');
      const { outcome, run: gathered } = await stage.ends();

      expect(outcome).toMatchObject({ status: 'CANCELLED' });
      expect(gathered).toMatchObject({ endedBy: 'maria', context: { location: { city: 'Berlin' }, problems: [] } });
      expect(stepsOf(gathered)).toContain(`${part} CANCELLED 1`);
    },
  );

  scenario('goes on where its worker was killed, whatever was read at that moment', async ({ run, workers }) => {
    const stages = parts.map(([operation, part]) => {
      const stage = run(gathering('SEQUENTIAL'), { patience });
      stage.script.scripts(operation, hangs, works);
      return { stage, operation, part };
    });
    await Promise.all(stages.map(({ stage }) => stage.starts()));

    await workerIsKilled(workers, ...stages.map(({ stage, operation }) => [stage, operation] as const));

    for (const { stage, part } of stages) {
      const { outcome, run: gathered } = await stage.ends();
      expect(outcome).toMatchObject({ status: 'COMPLETED' });
      expect(stepsOf(gathered)).toContain(`${part} COMPLETED 2`);
      expect(gathered).toMatchObject({ context: { catFact: 'A cat has nine lives.', problems: [] } });
    }
  });
});
