// A desk's writer as a process of its own, to be killed amid its work: it says each thing it was told is saved.
import { z } from 'zod';
import { makeWriter } from '../store/writer.ts';
import { actor, forward, KEY, LAMPS } from './desk-for-tests.ts';

const [dataDir] = z.tuple([z.string()]).parse(process.argv.slice(2));
const writer = makeWriter({ dataDir, key: KEY }, { nowMs: Date.now, changed: () => undefined, log: () => undefined });
const person = actor('1001');
writer.open();
writer.learned({ city: 'hebi', clockOffset: 0 });
if (writer.identity().token === null) writer.enrolled({ epoch: 1, code: '7K2M', token: 'secret' });
writer.loadRows([{ entity: 'unit', id: LAMPS.id, version: 1, data: LAMPS }]);

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

for (let count = 1; ; count += 1) {
  const draft = writer.openDraft(person.accountId, { call: null, phone: '13800138000' });
  writer.saveDraft(person.accountId, { id: draft.id, call: null, form: { ...draft.form, content: `第${count}件` } });
  say({ draft: draft.id, content: `第${count}件` });
  // Every other draft becomes an order.
  if (count % 2 === 0) continue;
  const command = forward(draft, `第${count}件`);
  const { commandId } = writer.submit({ orderId: draft.orderId, draftId: draft.id, command, actor: person });
  say({ command: commandId, of: draft.id });
}
