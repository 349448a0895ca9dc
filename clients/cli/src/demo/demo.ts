import type { Readable, Writable } from 'node:stream';
import type { Call } from '../command/command.ts';
import type { Context } from '../command/context.ts';
import { usage } from '../problems/problems.ts';
import { type Scene, scenes } from './scenes.ts';

type Options = { id?: string };

/** Plays one scene, chosen by its number or from a menu. */
export async function run(context: Context, { args: [number], options }: Call<Options>): Promise<undefined> {
  const scene = number === undefined ? await sceneFromMenu(context) : scenes[Number(number) - 1];
  if (!scene) throw usage(`There is no scene ${number}; ${listOfScenes()}`);
  context.output.say(`${context.output.terminal.paint.bold(scene.title)}\n${scene.does}\n`);
  const orders = await scene.play(context, options);
  context.output.say(`\nLook at: ${scene.lookAt.replace('ID', orders[0] ?? 'ID')}`);
  if (!context.output.isForPeople) context.output.one({ scene: scene.title, orders }, () => []);
}

const listOfScenes = () => `the scenes are:\n${scenes.map(({ title }, at) => `  ${at + 1}  ${title}`).join('\n')}`;

async function sceneFromMenu({ isInteractive, output }: Context): Promise<Scene> {
  if (!isInteractive || !output.isForPeople) throw usage(`Choose one, as in \`waybill demo 1\`; ${listOfScenes()}`);
  const scene = await pressedScene();
  if (!scene) throw usage('No scene was chosen');
  return scene;
}

/** Shows the menu, and takes the digit of a scene; the return key takes the first. */
export async function pressedScene(streams: { input?: Readable; output?: Writable } = {}): Promise<Scene | undefined> {
  const { isCancel, selectKey } = await import('@clack/prompts');
  const options = scenes.map(({ title }, at) => ({ value: `${at + 1}`, label: title }));
  const pressed = await selectKey({ message: `Which scene? Press 1 to ${scenes.length}`, options, ...streams });
  return isCancel(pressed) ? undefined : scenes[Number(pressed ?? 1) - 1];
}
