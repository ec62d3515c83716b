import { expect, test } from './fixtures.ts';
import {
  accept,
  archive,
  begin,
  choose,
  close,
  expectBarred,
  expectState,
  give,
  hearSatisfied,
  limitAfter,
  lookUp,
  openPrint,
  pickUnit,
  replyCaller,
  report,
  signFor,
  startWork,
  takeFrom,
} from './order-desk.ts';

const UNIT = 'u-bdc';
const UNIT_NAME = '市不动产登记中心';
const ASSISTANT = 'u-zrzy';
const ASSISTANT_NAME = '市自然资源和规划局';
const CALLER = '陈国庆';
const PHONE = '19900001331';

// Every window fetches all orders that there are: a few are enough here.
test.use({ demo: { city: 'ankang', orders: 50 } });

test('安康：窗口投诉转窗口单位，协调会议，由监督科答复，追责，直到归档', async ({
  openSeat,
  newAccount,
  newUnitAccount,
}) => {
  test.setTimeout(900_000);
  const operator = (await openSeat('话务座席')).page();
  await startWork(operator, await newAccount());
  const number = await accept(operator, {
    category: 3,
    channel: '现场',
    content: '不动产窗口不一次告知，房产证办了三个月没有办成',
    phone: PHONE,
    name: CALLER,
    accused: UNIT_NAME,
  });

  // A4: five days at the unit, ten where it is complex. A5: several units, twenty from receipt.
  const dispatcher = (await openSeat('派单台')).page();
  await startWork(dispatcher, await newAccount('dispatcher'));
  await takeFrom(dispatcher, '待派单', number);
  const dispatching = await begin(dispatcher, '派单');
  await pickUnit(dispatching, '承办单位（主办）', '不动产', UNIT_NAME);
  await choose(dispatching, '办理方式', '转办');
  await expect(limitAfter(dispatching)).toContainText('5 个工作日');
  await choose(dispatching, '复杂程度', '情况复杂');
  await expect(limitAfter(dispatching)).toContainText('10 个工作日');
  await choose(dispatching, '办理方式', '协办');
  await pickUnit(dispatching, '协办单位', '自然资源', ASSISTANT_NAME);
  await dispatching.getByRole('textbox', { name: `${ASSISTANT_NAME}的协办事项` }).fill('核对宗地图');
  await expect(limitAfter(dispatching)).toContainText('20 个工作日');
  await expect(limitAfter(dispatching)).toContainText('第六条第（3）项');
  await give(dispatcher, '派单');
  await expectState(dispatcher, '待签收');
  const meeting = await begin(dispatcher, '会议记录');
  await meeting.getByRole('textbox', { name: '参会单位' }).fill(`${UNIT_NAME}、${ASSISTANT_NAME}`);
  await meeting.getByRole('textbox', { name: '会议意见' }).fill('由不动产登记中心牵头，十日内发证');
  await give(dispatcher, '会议记录');

  // A2, A4: the window's unit handles it without who complained, and the answer is the centre's to give.
  const handler = (await openSeat('窗口单位')).page();
  await startWork(handler, await newUnitAccount(UNIT, 'handler'));
  await signFor(handler, number);
  await expect(handler.getByRole('article', { name: '工单详情' })).toContainText('（已隐去）');
  for (const secret of [CALLER, PHONE]) await expect(handler.locator('body')).not.toContainText(secret);
  await expectBarred(handler, '答复诉求人', '由热线中心答复诉求人');
  const assistant = (await openSeat('协办单位')).page();
  await startWork(assistant, await newUnitAccount(ASSISTANT, 'handler'));
  await takeFrom(assistant, '待协办', number);
  const assisting = await begin(assistant, '协办意见');
  await assisting.getByRole('textbox', { name: '协办意见' }).fill('宗地图无误，已移交');
  await give(assistant, '协办意见');
  await report(handler, '房产证已办好，经办人已调离窗口');

  // A4: told by the centre before it closes.
  const follower = (await openSeat('监督科')).page();
  await startWork(follower, await newAccount('followUpAgent'));
  await takeFrom(follower, '待办结', number);
  await expectBarred(follower, '办结', '诉求人还没有得到答复');
  await replyCaller(follower, '电话', '房产证已办好，可到窗口领取');
  await hearSatisfied(follower, number, '待办结');
  await close(follower, '回访满意或比较满意');

  // A7: one of the causes of the liability rules; this city's text has no supervision.
  const overseer = (await openSeat('追责')).page();
  await startWork(overseer, await newAccount('overseer'));
  await lookUp(overseer, number);
  const flagging = await begin(overseer, '标记追责');
  await flagging.getByRole('combobox', { name: '追责情形' }).fill('一次性告知');
  await overseer.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click();
  await flagging.getByRole('textbox', { name: '具体情况' }).fill('三次补正材料，每次一项');
  await give(overseer, '标记追责');

  await archive(follower, number);
  const detail = follower.getByRole('article', { name: '工单详情' });
  for (const said of ['十日内发证', '宗地图无误，已移交', '三次补正材料，每次一项'])
    await expect(detail).toContainText(said);
  const record = await openPrint(follower, '投诉处理记录');
  await expect(record).toContainText('安康市政务服务中心投诉处理记录');
  await expect(record).toContainText('十日内发证');
  await expect(record).toContainText('一次性告知不落实');
});
