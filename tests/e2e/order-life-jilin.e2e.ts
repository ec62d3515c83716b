import { expect, test } from './fixtures.ts';
import { officialNumber, resultPanel } from './operator.ts';
import {
  accept,
  archive,
  begin,
  choose,
  close,
  expectBarred,
  expectState,
  give,
  hearDissatisfied,
  hearSatisfied,
  limitAfter,
  lookUp,
  openPrint,
  pickUnit,
  replyCaller,
  report,
  signFor,
  startWork,
  supervise,
  takeFrom,
  writeRequest,
} from './order-desk.ts';

const ACCUSED = 'u-scjg';
const ACCUSED_NAME = '市市场监督管理局';
const UNIT = 'u-zwfw';
const UNIT_NAME = '市政务服务和大数据管理局';
const CALLER = '林秀芝';

// Every window fetches all orders that there are: a few are enough here.
test.use({ demo: { city: 'jilin', orders: 50 } });

test('吉林：被诉单位无从得知谁投诉，原渠道答复，重新回复，直到归档', async ({
  openSeat,
  newAccount,
  newUnitAccount,
}) => {
  test.setTimeout(900_000);
  const operator = (await openSeat('话务座席')).page();
  await startWork(operator, await newAccount());
  const number = await accept(operator, {
    category: 3,
    channel: '电子信箱',
    content: '办理营业执照被要求来回跑了四个窗口，材料也没有一次告知',
    phone: '19900001311',
    name: CALLER,
    accused: ACCUSED_NAME,
  });

  // J5: never to the unit it is about. J9: complex, five working days.
  const dispatcher = (await openSeat('派单台')).page();
  await startWork(dispatcher, await newAccount('dispatcher'));
  await takeFrom(dispatcher, '待派单', number);
  const dispatching = await begin(dispatcher, '派单');
  await choose(dispatching, '办理方式', '转办');
  await pickUnit(dispatching, '承办单位（主办）', '市场监督', ACCUSED_NAME);
  await dispatcher.keyboard.press('Control+Enter');
  await expect(dispatching.getByRole('alert').first()).toContainText('被诉单位不能承办');
  await expect(dispatching.getByRole('alert').first()).toContainText('第九条');
  await pickUnit(dispatching, '承办单位（主办）', '大数据', UNIT_NAME);
  await expect(limitAfter(dispatching)).toContainText('1 个工作日');
  await choose(dispatching, '复杂程度', '情况复杂');
  await expect(limitAfter(dispatching)).toContainText('5 个工作日');
  await expect(limitAfter(dispatching)).toContainText('第十一条第（三）项');
  await give(dispatcher, '派单');

  // J4: supervised throughout.
  const handler = (await openSeat('承办单位')).page();
  await startWork(handler, await newUnitAccount(UNIT, 'handler'));
  await signFor(handler, number);
  const overseer = (await openSeat('督办台')).page();
  await startWork(overseer, await newAccount('overseer'));
  await lookUp(overseer, number);
  await supervise(overseer, '全程督办', '请说明为何没有一次告知');
  await takeFrom(handler, '督办待回复', number);
  const replying = await begin(handler, '回复督办');
  await replying.getByRole('textbox', { name: '督办回复' }).fill('已调取窗口登记');
  await give(handler, '回复督办');
  await expectBarred(handler, '申请延期', '本市规定没有这个环节');
  await report(handler, '窗口人员未一次告知，已批评教育并补正');

  // J5, J17: the accused unit's own window has nothing of it.
  const accused = (await openSeat('被诉单位')).page();
  await startWork(accused, await newUnitAccount(ACCUSED, 'handler', 'unitLeader'));
  await accused.getByRole('button', { name: '工单', exact: true }).click();
  await accused.getByLabel('快捷视图').getByText('全部').click();
  for (const sought of [number, CALLER, '来回跑了四个窗口']) {
    await accused.getByRole('searchbox', { name: '搜索全部工单' }).fill(sought);
    await expect(accused.getByRole('row').filter({ hasText: number })).toHaveCount(0);
    await expect(accused.getByText('没有符合条件的工单').filter({ visible: true })).toBeVisible();
  }

  // J9: through the channel they used, or it does not close. J23: an incomplete answer is given again.
  const follower = (await openSeat('回访台')).page();
  await startWork(follower, await newAccount('followUpAgent'));
  await takeFrom(follower, '待办结', number);
  await expectBarred(follower, '办结', '诉求人还没有得到答复');
  await replyCaller(follower, '电话', '窗口人员已受到批评');
  await expectBarred(follower, '办结', '应当通过原渠道答复');
  await replyCaller(follower, '原渠道', '窗口人员已受到批评');
  await hearDissatisfied(follower, number, '没有说材料清单', '待办结');
  await begin(follower, '退回重办');
  await give(follower, '退回重办');
  await takeFrom(handler, '退回重办', number);
  await report(handler, '附上全部材料清单，并安排专人帮办');
  await takeFrom(follower, '待办结', number);
  await replyCaller(follower, '原渠道', '材料清单见附，专人帮办');
  await hearSatisfied(follower, number, '待办结');
  await close(follower, '回访满意或比较满意');
  await archive(follower, number);
  const detail = follower.getByRole('article', { name: '工单详情' });
  for (const said of ['请说明为何没有一次告知', '没有说材料清单', '附上全部材料清单'])
    await expect(detail).toContainText(said);
});

test('吉林：建议答复采纳与否及理由，不予受理出具通知书', async ({ openSeat, newAccount, newUnitAccount }) => {
  test.setTimeout(900_000);
  const operator = (await openSeat('话务座席')).page();
  await startWork(operator, await newAccount());
  const number = await accept(operator, {
    category: 5,
    channel: '网站',
    content: '建议大厅周六上午也开放综合窗口',
    phone: '19900001312',
  });

  // J20: three working days from acceptance.
  const dispatcher = (await openSeat('派单台')).page();
  await startWork(dispatcher, await newAccount('dispatcher'));
  await takeFrom(dispatcher, '待派单', number);
  const dispatching = await begin(dispatcher, '派单');
  await choose(dispatching, '办理方式', '转办');
  await pickUnit(dispatching, '承办单位（主办）', '大数据', UNIT_NAME);
  await expect(limitAfter(dispatching)).toContainText('第十九条第（二）项');
  await give(dispatcher, '派单');
  const handler = (await openSeat('承办单位')).page();
  await startWork(handler, await newUnitAccount(UNIT, 'handler'));
  await signFor(handler, number);

  // J22: not taken up, and why.
  const answering = await begin(handler, '答复诉求人');
  await choose(answering, '答复方式', '原渠道');
  await choose(answering, '是否联系上诉求人', '已联系上');
  await answering.getByRole('textbox', { name: '答复内容' }).fill('感谢您的建议');
  await handler.keyboard.press('Control+Enter');
  await expect(answering.getByRole('alert').first()).toContainText('第二十条');
  await choose(answering, '建议是否采纳', '不采纳');
  await handler.keyboard.press('Control+Enter');
  await expect(answering.getByRole('alert').first()).toContainText('第二十条');
  await answering.getByRole('textbox', { name: '不采纳的理由' }).fill('周六已开放自助办理区，人流不足');
  await give(handler, '答复诉求人');
  await report(handler, '已答复，暂不采纳');
  await expectState(handler, '已答复');
  await expect(handler.getByRole('article', { name: '工单详情' })).toContainText('人流不足');

  // J6: the reason is told, and written where that is asked for.
  await writeRequest(operator, {
    category: 3,
    content: '法院已经判决的买卖合同纠纷，要求重新处理',
    phone: '19900001313',
  });
  await operator.getByRole('toolbar', { name: '办理方式' }).getByRole('button', { name: '不予受理' }).click();
  const panel = operator.getByRole('region', { name: '不予受理' });
  await panel.getByRole('radio').first().click();
  await panel.getByRole('checkbox', { name: '来电人要求书面告知' }).check();
  await panel.getByRole('button', { name: /^确认不予受理/ }).click();
  await expect(resultPanel(operator)).toContainText('不予受理，已登记');
  const refused = await officialNumber(operator);
  await resultPanel(operator).getByRole('button', { name: '查看工单' }).click();
  await expect(operator.getByRole('article', { name: '工单详情' })).toContainText(refused);
  const preview = await openPrint(operator, '不予受理通知书');
  await expect(preview).toContainText('吉林市政务服务举报投诉不予受理通知书');
  await expect(preview).toContainText(refused);
  const dialog = operator.getByRole('dialog', { name: '打印文书' });
  const saving = operator.waitForEvent('download');
  await dialog.getByRole('button', { name: '保存为 PDF' }).click();
  expect((await saving).suggestedFilename()).toBe(`${refused}-不予受理通知书.pdf`);
  await expect(dialog).toContainText('不予受理通知书已登记打印');
});
