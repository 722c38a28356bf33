/** The Action's front door. Conversation that concerns no run costs a job as little as can be: nothing else is loaded. */
import { idleBecause } from './idle.ts';
import { coreIo } from './io.ts';
import { noOutputs } from './outputs.ts';

const io = await coreIo();
const idle = io.isPost() ? undefined : idleBecause(process.env);
if (idle !== undefined) {
  io.notice(`Nothing to do: ${idle}`);
  for (const [name, value] of Object.entries(noOutputs())) io.output(name, value);
} else {
  const { step } = await import('./step.ts');
  const failure = await step(io);
  if (failure !== undefined) {
    io.error(failure);
    process.exitCode = 1;
  }
}
