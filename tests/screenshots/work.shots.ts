import { test } from '../e2e/fixtures.ts';
import { expectSynced, signIn } from '../e2e/operator.ts';
import { cameraOf, LOOKS, lookAs } from './camera.ts';

/** Everybody's own work as they find it, and the act the first order waits for. */
const WORK = [
  ['23-dispatching', '1201', '待派单'],
  ['25-handling', '2006', '办理中'],
  ['27-supervising', '1301', '督办中'],
  ['28-following-up', '1401', '待回访'],
  ['29-inspecting', '1501', '待质检'],
  ['30-instructing', '1701', '待批示'],
  ['31-reviewing', '1801', '待复查'],
] as const;

for (const look of LOOKS) {
  test.describe(look, () => {
    lookAs(look);
    for (const [name, jobNumber, queue] of WORK) {
      test(queue, async ({ openSeat }) => {
        const page = (await openSeat(`座席 ${jobNumber}`)).page();
        const { shot } = cameraOf(page, look);
        await signIn(page, jobNumber);
        await expectSynced(page);
        if (queue === '督办中') await shot('26-board', page.getByRole('table', { name: '各单位办理情况' }), 'wide');
        await page.getByLabel('待办队列').getByText(queue, { exact: true }).click();
        await page.getByRole('grid', { name: '工单列表' }).getByRole('row').nth(1).click();
        const stages = page.getByRole('region', { name: '办理环节' });
        if (queue === '办理中') await shot('24-stages', stages, 'wide', 'small');
        await stages.waitFor();
        await page.keyboard.press('Control+Enter');
        await shot(name, page.getByRole('form'));
      });
    }
    test('派单目录', async ({ openSeat }) => {
      const page = (await openSeat('派单台')).page();
      await signIn(page, '1201');
      await expectSynced(page);
      await page.getByLabel('待办队列').getByText('派单目录', { exact: true }).click();
      await cameraOf(page, look).shot('33-catalogue', page.getByRole('table', { name: '派单目录' }));
    });
  });
}
