import { expect, test } from './fixtures.ts';
import { contentField, expectAgentState, expectSynced, officialNumber, signIn } from './operator.ts';
import {
  begin,
  choose,
  expectState,
  give,
  inspect,
  lookUp,
  pickUnit,
  queues,
  report,
  signReport,
  startWork,
  takeFrom,
} from './order-desk.ts';

// Every queue has something, and each desk has its copy at once. The same for all who say so: they share a centre.
test.use({ demo: { city: 'hebi', orders: 300 } });

const UNIT = 'u-cgj';
const UNIT_NAME = '市城市管理局';
const ASSISTANT = 'u-jjzd';
const ASSISTANT_NAME = '市公安局交通警察支队';
const CONTENT = '天山路与淮河路口路灯和信号灯都坏了五天，晚上过马路很危险，希望尽快修好';

test('鹤壁：一件省级平台的诉求从登记到归档，各岗位各在自己的窗口办理', async ({
  openSeat,
  newAccount,
  newUnitAccount,
}) => {
  test.setTimeout(900_000);

  // 受理: the operator doesn't know whose it is.
  const operator = (await openSeat('话务座席')).page();
  await signIn(operator, await newAccount());
  await expectSynced(operator);
  await operator.keyboard.press('Alt+T');
  await expect(contentField(operator)).toBeFocused();
  await operator.keyboard.type(CONTENT);
  await operator.keyboard.press('Alt+2');
  await operator.getByRole('combobox', { name: '渠道' }).click();
  await operator.locator('.ant-select-dropdown:visible').getByTitle('省级平台', { exact: true }).click();
  await operator.getByRole('textbox', { name: '联系电话' }).fill('19900001207');
  await operator.keyboard.press('F8');
  await operator.keyboard.press('Shift+F8');
  const number = await officialNumber(operator);

  // 派单: two units, one of them leads. H9.
  const dispatcher = (await openSeat('派单台')).page();
  await startWork(dispatcher, await newAccount('dispatcher'));
  await takeFrom(dispatcher, '待派单', number);
  await dispatcher.keyboard.press('Control+Enter');
  const dispatching = dispatcher.getByRole('form', { name: '派单' });
  await dispatcher.keyboard.press('Control+Enter');
  await expect(dispatching.getByRole('alert').first()).toContainText('请选择或填写这一栏');
  await pickUnit(dispatching, '承办单位（主办）', '城市管理局', UNIT_NAME);
  await choose(dispatching, '办理方式', '协办');
  await pickUnit(dispatching, '协办单位', '交通警察', ASSISTANT_NAME);
  await dispatching.getByRole('textbox', { name: `${ASSISTANT_NAME}的协办事项` }).fill('核查信号灯');
  await expect(dispatching.getByRole('region', { name: '办理后的时限' })).toContainText('第六条');
  await give(dispatcher, '派单');
  await expectState(dispatcher, '待签收');

  // 办理: signed for; a return is asked for and refused.
  const handler = (await openSeat('承办单位')).page();
  await startWork(handler, await newUnitAccount(UNIT, 'handler'));
  await takeFrom(handler, '待签收', number);
  await handler.keyboard.press('Control+Enter');
  await give(handler, '签收');
  await expectState(handler, '办理中');
  const returning = await begin(handler, '申请退单');
  await returning.getByRole('textbox', { name: '理由' }).fill('信号灯由交警支队维护');
  await returning.getByRole('textbox', { name: '依据' }).fill('市政设施管理职责分工');
  await give(handler, '申请退单');

  await takeFrom(dispatcher, '退单待审', number);
  const answering = await begin(dispatcher, '审核退单');
  await expect(answering).toContainText('信号灯由交警支队维护');
  await choose(answering, '审核意见', '不同意，由原单位继续办理');
  await answering.getByRole('textbox', { name: '理由' }).fill('路灯由你单位维护，由你单位主办');
  await give(dispatcher, '审核退单');

  // 协办: the assisting unit gives its part.
  const assistant = (await openSeat('协办单位')).page();
  await startWork(assistant, await newUnitAccount(ASSISTANT, 'handler'));
  await takeFrom(assistant, '待协办', number);
  const assisting = await begin(assistant, '协办意见');
  await expect(assisting).toContainText('核查信号灯');
  await assisting.getByRole('textbox', { name: '协办意见' }).fill('信号灯控制器损坏，已更换');
  await give(assistant, '协办意见');

  // 延期: asked for, and granted with the city leaders' word. H9.
  await takeFrom(handler, '办理中', number);
  const asking = await begin(handler, '申请延期');
  await asking.getByRole('spinbutton', { name: '申请延期' }).fill('5');
  await asking.getByRole('textbox', { name: '理由' }).fill('灯杆需要从外地调运');
  await give(handler, '申请延期');
  await takeFrom(dispatcher, '延期待批', number);
  const granting = await begin(dispatcher, '审批延期');
  await choose(granting, '审核意见', '同意延期');
  await granting.getByRole('textbox', { name: '理由' }).fill('已报市政府分管领导同意');
  await expect(granting.getByRole('region', { name: '办理后的时限' })).toBeVisible();
  await give(dispatcher, '审批延期');

  // 督办: urged, then supervised, then answered. H11.
  const overseer = (await openSeat('督办台')).page();
  await startWork(overseer, await newAccount('overseer'));
  await expect(overseer.getByRole('table', { name: '各单位办理情况' })).toContainText(UNIT_NAME);
  await overseer.getByRole('button', { name: '工单', exact: true }).click();
  await overseer.getByLabel('快捷视图').getByText('全部').click();
  await overseer.getByRole('searchbox', { name: '搜索全部工单' }).fill(number);
  await overseer.getByRole('row').filter({ hasText: number }).click();
  const urging = await begin(overseer, '催办');
  await urging.getByRole('textbox').fill('诉求人再次来电，请加快');
  await give(overseer, '催办');
  const supervising = await begin(overseer, '督办');
  await supervising.getByRole('combobox', { name: '督办情形' }).click();
  await overseer.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click();
  await choose(supervising, '督办方式', '电话催办');
  await supervising.getByRole('textbox', { name: '督办意见' }).fill('请三日内完成并报告');
  await give(overseer, '督办');
  await takeFrom(handler, '督办待回复', number);
  const replying = await begin(handler, '回复督办');
  await replying.getByRole('textbox', { name: '督办回复' }).fill('灯杆明日运到，当日安装');
  await give(handler, '回复督办');

  // 答复: reported, signed, found wanting, reported again, signed, passed. H5.
  await report(handler, '路灯已修复');
  const leader = (await openSeat('单位负责人')).page();
  await startWork(leader, await newUnitAccount(UNIT, 'unitLeader'));
  await signReport(leader, number, '李建国');
  const inspector = (await openSeat('质检')).page();
  await startWork(inspector, await newAccount('qualityInspector'));
  await inspect(inspector, number, '没有说明信号灯的处理结果');
  await takeFrom(handler, '退回重办', number);
  await report(handler, '路灯灯杆已更换，信号灯控制器已由交警支队更换，均已恢复');
  await signReport(leader, number, '李建国');
  await inspect(inspector, number, null);

  // 回访: rung through the bar; dissatisfied with reason, so it goes back. H12.
  const follower = (await openSeat('回访台')).page();
  await startWork(follower, await newAccount('followUpAgent'));
  await expectAgentState(follower, 'signedOut');
  await follower.keyboard.press('Alt+I');
  await expectAgentState(follower, 'busy');
  await takeFrom(follower, '待办结', number);
  const following = await begin(follower, '回访');
  await following.getByRole('button', { name: '拨打诉求人电话' }).click();
  await expectAgentState(follower, 'talking');
  await expect(follower.getByRole('region', { name: '当前通话' })).toContainText('通话中');
  await choose(following, '是否联系上诉求人', '已联系上');
  await choose(following, '评价', '不满意');
  await choose(following, '不满意是否有合理依据', '合理');
  await following.getByRole('textbox', { name: '不满意的原因' }).fill('信号灯昨晚又黑了');
  await follower.keyboard.press('Shift+F2');
  await expectAgentState(follower, 'wrapUp');
  await give(follower, '回访');
  const redoing = await begin(follower, '退回重办');
  await expect(redoing.getByRole('textbox', { name: '重办理由' })).toHaveValue('信号灯昨晚又黑了');
  await give(follower, '退回重办');

  await takeFrom(handler, '退回重办', number);
  await report(handler, '已更换信号灯电源模块，连续观察三晚正常');
  await signReport(leader, number, '李建国');
  await inspect(inspector, number, null);
  await takeFrom(follower, '待办结', number);
  const again = await begin(follower, '回访');
  await choose(again, '是否联系上诉求人', '已联系上');
  await choose(again, '评价', '满意');
  await give(follower, '回访');

  // 复查: asked for all the same, and found proper, which closes it. H12.
  const reviewAsked = await begin(follower, '申请复查复核');
  await reviewAsked.getByRole('textbox', { name: '申请理由' }).fill('诉求人要求说明为何拖延');
  await give(follower, '申请复查复核');
  const reviewer = (await openSeat('复查')).page();
  await startWork(reviewer, await newAccount('reviewer'));
  await takeFrom(reviewer, '待复查', number);
  const reviewing = await begin(reviewer, '复查复核决定');
  await choose(reviewing, '结论', '办理得当，维持');
  await reviewing.getByRole('textbox', { name: '复查意见' }).fill('延期经批准，处理得当');
  await give(reviewer, '复查复核决定');

  // 复核: the second level, which may be asked for only after the first. H12.
  await lookUp(follower, number);
  const secondAsked = await begin(follower, '申请复查复核');
  await choose(secondAsked, '级别', '复核');
  await secondAsked.getByRole('textbox', { name: '申请理由' }).fill('诉求人对复查结论仍有异议');
  await give(follower, '申请复查复核');
  await takeFrom(reviewer, '待复查', number);
  const reReviewing = await begin(reviewer, '复查复核决定');
  await choose(reReviewing, '结论', '办理得当，维持');
  await reReviewing.getByRole('textbox', { name: '复查意见' }).fill('经复核，复查结论正确');
  await give(reviewer, '复查复核决定');
  await expect(reviewer.getByRole('region', { name: '复查复核' })).toContainText('经复核，复查结论正确');

  // 归档: nothing of what happened is lost.
  await follower.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: /^回访/ }).click();
  await takeFrom(follower, '待归档', number);
  await begin(follower, '归档');
  await give(follower, '归档');
  await expectState(follower, '已归档');
  const stages = follower.getByRole('region', { name: '办理环节' });
  for (const stage of ['受理', '派单', '办理', '答复', '督办', '办结', '回访', '评价'])
    await expect(stages.getByRole('button', { name: `${stage}，已完成` })).toBeVisible();
  const detail = follower.getByRole('article', { name: '工单详情' });
  await expect(detail).toContainText('签名完好');
  for (const said of [
    '没有说明信号灯的处理结果',
    '灯杆需要从外地调运',
    '灯杆明日运到，当日安装',
    '信号灯控制器损坏，已更换',
  ])
    await expect(detail).toContainText(said);
  await expect(queues(follower).getByText('待归档', { exact: true })).toBeVisible();
});
