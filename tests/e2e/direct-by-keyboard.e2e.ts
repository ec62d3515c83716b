import { expect, test } from './fixtures.ts';
import {
  answer,
  becomeReady,
  chooseUnit,
  contentField,
  expectAgentState,
  expectSynced,
  numbersOf,
  signIn,
} from './operator.ts';

test('只用键盘 · 直办：咨询联络人、来回切换、三方、退出后双方继续通话', async ({
  openSeat,
  newAccount,
  placeCall,
  centre,
}) => {
  const unit = '市热力公司';
  for (const number of numbersOf(unit)) await centre.unitBehaviour(number, 'answers');
  const page = (await openSeat()).page();
  await signIn(page, await newAccount());
  await expectSynced(page);
  await becomeReady(page);
  await placeCall('13803920831');
  await answer(page);
  await contentField(page).fill('咨询公积金租房提取需要的材料');

  const bar = page.getByRole('region', { name: '话务条' });
  await page.keyboard.press('Alt+Z');
  await chooseUnit(page, '热力', unit);
  await expect(page.getByRole('region', { name: '咨询与转接' })).toContainText(/联络人|值班/);
  await page.keyboard.press('Control+Enter');
  await expect(bar.locator('.leg-unit')).toContainText('通话');
  await expect(bar.locator('.leg-caller')).toContainText('听等待音');

  await page.keyboard.press('Alt+Q');
  await expect(bar.locator('.leg-unit')).toContainText('保持');
  await page.keyboard.press('Alt+Q');
  await expect(bar.locator('.leg-unit')).toContainText('通话');
  await page.keyboard.press('Alt+S');
  await expect(bar.locator('.leg-caller')).toContainText('三方通话');
  await page.keyboard.press('Alt+J');
  await expectAgentState(page, 'wrapUp');
  await expect(contentField(page)).toHaveValue('咨询公积金租房提取需要的材料');
});
