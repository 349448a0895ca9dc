import type { LocalActivityMachine } from '../machines/local-activity-machine.ts';
import { type Machine, type MachineContext, oneWay } from '../machines/machine.ts';
import { machineFor } from '../machines/machine-for.ts';
import type { UpdateMachines } from '../machines/update-machines.ts';
import type { Command } from '../sdk/sdk.ts';
import type { LocalActivities } from './local-activities.ts';
import { Patches } from './patches.ts';

/** What the commands of a workflow have begun. */
export class CommandMachines {
  readonly #machines = new Map<string, Machine>();
  readonly #patches = new Patches();
  readonly #around: MachineContext;
  readonly #local: LocalActivities;
  readonly #updates: UpdateMachines;

  constructor(around: MachineContext, local: LocalActivities, updates: UpdateMachines) {
    this.#around = around;
    this.#local = local;
    this.#updates = updates;
  }

  begin(command: Command, replaying: boolean): void {
    const { setPatchMarker, updateResponse } = command;
    if (updateResponse) this.#updates.answered(updateResponse);
    else if (!setPatchMarker) this.#start(command, replaying);
    else for (const mark of this.#patches.mark(setPatchMarker.patchId ?? '')) this.#around.issue(mark, oneWay());
  }

  #start(command: Command, replaying: boolean): void {
    const { key, machine, cancels } = machineFor(command, { ...this.#around, replaying });
    if (cancels) this.#machines.get(cancels)?.cancel();
    if (key && machine) this.#machines.set(key, machine);
    if (command.scheduleLocalActivity) this.#local.isScheduled(machine as LocalActivityMachine);
  }
}
