import type { CommandBody } from '../../shared/domain/command.ts';

/** Characters of a command's text that the 同步 list shows. */
const LENGTH = 60;

/** What a command says in short, for the 同步 list. Personal data stays out of it. */
export function summaryOf(command: CommandBody): string {
  switch (command.type) {
    case 'order.answerImmediately':
    case 'order.answerDirectly':
    case 'order.forward':
    case 'order.refuse':
      return short(command.payload.request.content);
    case 'order.supplement':
      return short(command.payload.text);
    case 'order.urge':
      return short(command.payload.reason);
    case 'personal.look':
      return command.payload.where;
  }
}

/** The attachments a command carries. */
export function attachmentsOf(command: CommandBody): readonly { id: string }[] {
  return 'request' in command.payload ? command.payload.request.attachments : [];
}

/** The number read to the caller, where the command begins an order. */
export function provisionalNumberOf(command: CommandBody): string | null {
  return 'provisionalNumber' in command.payload ? command.payload.provisionalNumber : null;
}

function short(text: string): string {
  return Array.from(text.replaceAll(/\s+/g, ' ')).slice(0, LENGTH).join('');
}
