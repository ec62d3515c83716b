import { expect, test } from './fixtures.ts';
import {
  answer,
  becomeReady,
  chooseUnit,
  contentField,
  expectAgentState,
  expectSynced,
  goTo,
  officialNumber,
  signIn,
} from './operator.ts';

// What a desk remembers and is called: nobody has sat there before.
test.use({ unusedDesks: true });

test('两个座席同时接电话，一方登记的工单出现在另一方', async ({ openSeat, newAccount, placeCall }) => {
  const [first, second] = [(await openSeat('一号座席')).page(), (await openSeat('二号座席')).page()];
  await signIn(first, await newAccount());
  await signIn(second, await newAccount());
  await expectSynced(first);
  await expectSynced(second);
  await becomeReady(first);
  await becomeReady(second);

  // Whoever has been idle longest rings first.
  await placeCall('13803920701');
  await answer(first);
  await placeCall('13803920702');
  await answer(second);
  await expectAgentState(first, 'talking');

  const content = '淇河湿地公园东门护栏倒了一段，孩子容易跌落';
  await first.keyboard.type(content);
  await second.keyboard.type('正在说另一件事');
  await first.keyboard.press('Alt+2');
  await first.keyboard.press('F8');
  await chooseUnit(first, '城管', '市城市管理局');
  await first.keyboard.press('Control+Enter');
  const number = await officialNumber(first);

  await goTo(second, '工单');
  await second.getByLabel('快捷视图').getByText('全部').click();
  await second.getByLabel('搜索全部工单').fill(number);
  await expect(second.getByRole('row').filter({ hasText: number })).toContainText('护栏');
  await goTo(second, '受理');
  await expect(contentField(second)).toHaveValue('正在说另一件事');
});

test('同一工号在另一座席接管登录：原座席当即得知，写下的内容还在', async ({ openSeat, newAccount }) => {
  const jobNumber = await newAccount();
  const [first, second] = [(await openSeat('一号座席')).page(), (await openSeat('二号座席')).page()];
  await signIn(first, jobNumber);
  await expectSynced(first);
  await first.keyboard.press('Alt+T');
  await expect(contentField(first)).toBeFocused();
  await first.keyboard.type('写到一半就被接管');

  await second.getByLabel('工号', { exact: true }).fill(jobNumber);
  await second.getByLabel('密码', { exact: true }).fill('demo1234');
  await second.getByRole('button', { name: '登录', exact: true }).click();
  const asked = second.getByRole('alertdialog', { name: '该工号正在另一座席使用' });
  await expect(asked).toContainText('一号座席');
  await asked.getByRole('button', { name: '接管登录' }).click();
  await expect(second.getByRole('navigation', { name: '主导航' })).toBeVisible();

  const told = first.getByRole('dialog', { name: '请重新登录' });
  await expect(told).toContainText('您的工号已在另一座席登录');
  await told.getByLabel('密码', { exact: true }).fill('demo1234');
  await told.getByRole('button', { name: '登录', exact: true }).click();
  await told.getByRole('button', { name: '接管登录' }).click();
  await expect(told).toBeHidden();
  await expect(contentField(first)).toHaveValue('写到一半就被接管');
  await expect(second.getByRole('dialog', { name: '请重新登录' })).toBeVisible();
});
