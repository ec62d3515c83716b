import { expect, test } from './fixtures.ts';
import { answer, becomeReady, chooseUnit, OFFICIAL_NUMBER, signIn } from './operator.ts';

test('a call rings, is answered, becomes a 转办 by keyboard alone, and its official number arrives', async ({
  openSeat,
  newAccount,
  placeCall,
}) => {
  const page = (await openSeat()).page();
  await signIn(page, await newAccount());
  await becomeReady(page);
  await placeCall('13803920001');
  await answer(page);

  await page.keyboard.type('淇滨区兴鹤大街路灯连续三天不亮，晚上行人过马路很危险');
  await page.keyboard.press('Alt+2');
  await page.keyboard.press('F8');
  await chooseUnit(page, '城管', '市城市管理局');
  await page.keyboard.press('Control+Enter');

  await expect(page.getByText(OFFICIAL_NUMBER).first()).toBeVisible();
});
