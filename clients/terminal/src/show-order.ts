import { drawing, type Sighting, stepLine } from './drawing.ts';
import type { Terminal } from './terminal.ts';

/** Shows the progress of an order: a drawing that is redrawn, or lines if the output is not a terminal. */
export const showOrder = (terminal: Terminal, now: () => number) =>
  terminal.live ? redrawn(terminal, now) : appended(terminal, now);

/** A drawing that is redrawn; between changes, the time of a running step is updated. */
function redrawn(terminal: Terminal, now: () => number) {
  let latest: Sighting | undefined;
  const draw = () => latest && terminal.draw(drawing(latest, terminal.paint, now()));
  const ticking = setInterval(draw, 250);
  return {
    see: (sighting: Sighting) => {
      latest = sighting;
      draw();
    },
    end: () => {
      clearInterval(ticking);
      terminal.settle();
    },
  };
}

/** Without a terminal: a line for each finished step, and for each ten percent of a running one. */
function appended(terminal: Terminal, now: () => number) {
  const said = new Set<string>();
  return {
    see: ({ steps, progress }: Sighting) => {
      for (const step of steps) {
        const silent = step.status === 'RUNNING' ? (step.percent ?? null) === null : !step.finishedAt;
        if (silent || step.status === 'SKIPPED') continue;
        const what = `${step.name} ${step.status} ${Math.floor((step.percent ?? 0) / 10)}`;
        if (said.has(what)) continue;
        said.add(what);
        terminal.say(`${stepLine(step, terminal.paint, now()).padEnd(42)}${`${progress}`.padStart(4)} %`);
      }
    },
    end: () => undefined,
  };
}
