import { expect, test } from './fixtures.ts';
import { answer, becomeReady, chooseUnit, officialNumber, signIn } from './operator.ts';

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

  const number = await officialNumber(page);

  // T5: later the caller asks how it stands, with number and last four digits.
  const enquiry = page.getByRole('region', { name: '进度查询' });
  await enquiry.getByRole('textbox', { name: '工单号' }).fill(number);
  await enquiry.getByRole('textbox', { name: '电话后四位' }).fill('0002');
  await page.keyboard.press('Enter');
  await expect(enquiry).toContainText('没有可以告知的工单');
  await enquiry.getByRole('textbox', { name: '电话后四位' }).fill('0001');
  await page.keyboard.press('Enter');
  await expect(enquiry).toContainText(`您的诉求（工单 ${number}）现在处于办理环节，由市城市管理局办理，办理期限`);
});
