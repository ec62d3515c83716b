import { expect, it } from 'vitest';
import { commandBodySchema } from '../../shared/domain/command.ts';
import { takeCommands } from './commands.ts';

it('every order of the demo was written by some command, whatever has become of it since', () => {
  const commands = [...takeCommands(7, 3000)];
  expect(commands.length).toBe(3000);
  expect(new Set(commands.map(({ type }) => type))).toEqual(
    new Set(['order.accept', 'order.answerDirectly', 'order.answerImmediately', 'order.forward', 'order.refuse']),
  );
  for (const command of commands) expect(commandBodySchema.parse(command).type).toBe(command.type);
});
