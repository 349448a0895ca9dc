import { stripVTControlCharacters } from 'node:util';
import colors from 'picocolors';

export type Paint = Record<'bold' | 'dim' | 'green' | 'red' | 'yellow', (text: string) => string>;

/** The output: a terminal, or a file. */
export type Screen = Pick<NodeJS.WriteStream, 'write'> & { isTTY?: boolean; columns?: number; rows?: number };

export type Terminal = {
  paint: Paint;
  /** Whether a person looks at it. */
  isTerminal: boolean;
  /** Whether a drawing can be redrawn. */
  live: boolean;
  /** A line that stays; it appears above the drawing. */
  say: (line: string) => void;
  /** Replaces the drawing. Of one that is higher than the screen, what stands at the end is shown. */
  draw: (lines: string[]) => void;
  /** The drawing stays, and is whole now; the next one begins below. */
  settle: () => void;
};

const widestDrawing = 64;

export function openTerminal(screen: Screen, env: NodeJS.ProcessEnv): Terminal {
  let whole: string[] = [];
  let drawing: string[] = [];
  const write = (lines: string[]) => lines.length > 0 && screen.write(`${lines.join('\n')}\n`);
  const erase = () => drawing.length > 0 && screen.write(`\x1b[${drawing.length}A\x1b[J`);
  return {
    paint: paintOn(screen, env),
    isTerminal: screen.isTTY === true,
    live: screen.isTTY === true && (screen.columns ?? 80) >= widestDrawing,
    say: (line) => {
      erase();
      write([line]);
      write(drawing);
    },
    draw: (lines) => {
      erase();
      whole = lines;
      drawing = lines.slice(-fitting(screen)).map((line) => cut(line, screen));
      write(drawing);
    },
    settle: () => {
      if (drawing.length < whole.length) {
        erase();
        write(whole);
      }
      whole = [];
      drawing = [];
    },
  };
}

/** A cursor cannot move above the screen: it needs its own line below a drawing. */
const fitting = ({ rows = 24 }: Screen) => Math.max(1, rows - 1);

/** A wrapped line would count as two. */
function cut(line: string, { columns = 80 }: Screen): string {
  const plain = stripVTControlCharacters(line);
  return plain.length < columns ? line : `${plain.slice(0, columns - 1)}…`;
}

function paintOn(screen: Screen, env: NodeJS.ProcessEnv): Paint {
  return colors.createColors(screen.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb');
}
