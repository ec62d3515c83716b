import { insertNotices } from '../../db/central/notices.ts';
import { writeLog } from '../../db/central/log.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import { makeNotice, noticeChange } from '../notices/make.ts';
import { now, type Service } from '../service.ts';

/** A supervisor's words to one operator: a notice, so that they are there also where the desk is cut off just now. */
export async function sendMessage(service: Service, from: string, to: AccountId, text: string): Promise<void> {
  const what = `${from}：${text}`;
  const notice = makeNotice(
    { kind: 'supervisorMessage', order: null, unitId: null, permission: 'call.take', accountId: to, what },
    service.nowMs(),
  );
  await service.db.transaction(async (tx) => {
    await insertNotices(tx, [notice]);
    await writeLog(tx, { at: now(service), changes: [noticeChange(notice)] });
  });
}
