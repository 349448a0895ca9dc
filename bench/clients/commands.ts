import { aFakeGateway } from '../../test/command-line/fake-gateway.ts';
import { type Ended, runNode, waybill } from '../../test/command-line/waybill.ts';
import { compare, median, round, sizeArgument } from '../gateway/figures.ts';

const starts = sizeArgument(10);

/** The run time of the command line, compared with an empty Node process. */
export async function compareCommands(): Promise<void> {
  await using gateway = await aFakeGateway();
  const env = { WAYBILL_URL: gateway.url(), WAYBILL_TOKEN: 'token-1' };
  const bare = () => medianMs(async () => succeeded(await runNode(['/dev/null'], env)));
  // One page: the fake gateway has one order per page.
  for (const argv of [['--version'], ['list', '--limit', '1']]) {
    const ours = async () => succeeded(await waybill(argv, env));
    await ours(); // the first start makes the bundle
    const pairs = await compare(`waybill ${argv.join(' ')}`, 'ms', () => medianMs(ours), bare);
    console.log(
      `waybill ${argv.join(' ')}: median of ${round(median(pairs.map(({ our, their }) => our - their)))} ms more`,
    );
  }
}

function succeeded({ exit, stderr }: Ended): void {
  if (exit !== 0) throw new Error(stderr);
}

async function medianMs(start: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let left = starts; left > 0; left--) {
    const from = performance.now();
    await start();
    times.push(performance.now() - from);
  }
  return median(times);
}
