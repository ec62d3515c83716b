import type { CommandBody } from '../../shared/domain/command.ts';

/** Characters of a command's text that the 同步 list shows. */
const LENGTH = 60;

/** What a command says in short, for the 同步 list. Personal data stays out of it. */
export function summaryOf(command: CommandBody): string {
  const { payload } = command;
  if ('where' in payload) return payload.where;
  if ('request' in payload) return short(payload.request.content);
  if ('text' in payload) return short(payload.text);
  if ('reason' in payload) return short(payload.reason);
  return 'note' in payload ? short(payload.note) : '';
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
