import { readHead } from '../../db/central/feed.ts';
import { verifyAudit } from '../../db/central/audit.ts';
import { expect, test } from './fixtures.ts';
import { answer, becomeReady, expectSynced, signIn } from './operator.ts';

test('来电人信息默认遮盖；按键显示并留痕，再按即隐藏；中心的审计日志里有这一次查看', async ({
  openSeat,
  newAccount,
  placeCall,
  centre,
}) => {
  const number = '13803920901';
  const jobNumber = await newAccount();
  const page = (await openSeat()).page();
  await signIn(page, jobNumber);
  await expectSynced(page);
  await becomeReady(page);
  await placeCall(number);
  await answer(page);

  const caller = page.getByRole('region', { name: '来电人信息' });
  const phone = page.getByRole('textbox', { name: '联系电话' });
  await expect(caller).toContainText('138****0901');
  await expect(phone).toHaveValue('138****0901');
  expect(await page.content()).not.toContain(number);

  await page.keyboard.press('Alt+W');
  await expect(caller).toContainText(number);
  await expect(phone).toHaveValue(number);
  await page.keyboard.press('Alt+W');
  await expect(caller).toContainText('138****0901');
  await expect(phone).toHaveValue('138****0901');
  await expectSynced(page);

  const { looks, verdict } = await centre.atRest(async (db) => ({
    looks: await db.read<{ detail: unknown }>(
      `SELECT a.detail FROM audit a JOIN accounts p ON p.id = a.account_id
       WHERE p.job_number = $1 AND a.action = 'command.personal.look'`,
      [jobNumber],
    ),
    verdict: await verifyAudit(db, await readHead(db)),
  }));
  expect(looks).toHaveLength(1);
  expect(verdict.ok).toBe(true);
});
