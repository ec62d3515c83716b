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
  grantExtension,
  hearDissatisfied,
  hearSatisfied,
  limitAfter,
  openPrint,
  pickUnit,
  replyCaller,
  report,
  signFor,
  signReport,
  startWork,
  takeFrom,
} from './order-desk.ts';

const UNIT = 'u-rsj';
const UNIT_NAME = '市人力资源和社会保障局';
const CALLER = '孙桂芳';
const PHONE = '19900001321';

// Every window fetches all orders that there are: a few are enough here.
test.use({ demo: { city: 'zaozhuang', orders: 50 } });

test('枣庄：转办、批办、延期申请单、签字反馈、办结后回访、限期重办，直到归档', async ({
  openSeat,
  newAccount,
  newUnitAccount,
}) => {
  test.setTimeout(900_000);
  const operator = (await openSeat('话务座席')).page();
  await startWork(operator, await newAccount());
  const number = await accept(operator, {
    category: 3,
    channel: '大厅书面',
    content: `社保窗口上班时间没有人，我（${CALLER}）等了两个小时`,
    phone: PHONE,
    name: CALLER,
    accused: UNIT_NAME,
  });

  // Z8: on the 处置单, one working day.
  const dispatcher = (await openSeat('派单台')).page();
  await startWork(dispatcher, await newAccount('dispatcher'));
  await takeFrom(dispatcher, '待派单', number);
  const dispatching = await begin(dispatcher, '派单');
  await pickUnit(dispatching, '承办单位（主办）', '人力资源', UNIT_NAME);
  await choose(dispatching, '办理方式', '转办');
  await expect(limitAfter(dispatching)).toContainText('1 个工作日');
  await expect(limitAfter(dispatching)).toContainText('第十八条第（二）项');
  await give(dispatcher, '派单');
  await expectState(dispatcher, '待签收');
  const slip = await openPrint(dispatcher, '投诉处置单（存根）');
  await expect(slip).toContainText('枣庄市民中心政务服务投诉处置单（存根）');
  await expect(slip).toContainText('199****1321');
  await dispatcher.keyboard.press('Escape');
  await expect(slip).toBeHidden();

  // Z7, Z8: the unit complained of handles it and does not see who complained; 转办 knows no extension.
  const handler = (await openSeat('承办单位')).page();
  await startWork(handler, await newUnitAccount(UNIT, 'handler'));
  await signFor(handler, number);
  const seen = handler.getByRole('article', { name: '工单详情' });
  await expect(seen).toContainText('社保窗口上班时间没有人');
  await expect(seen).toContainText('（已隐去）');
  for (const secret of [CALLER, PHONE, '199****1321']) await expect(handler.locator('body')).not.toContainText(secret);
  await expectBarred(handler, '申请延期', '可以延期');

  // Z8: 批办 under the leader's signature, three working days from the complaint.
  const submitting = await begin(dispatcher, '呈报领导');
  await submitting.getByRole('textbox', { name: '呈报对象' }).fill('市政管办主要负责人');
  await submitting.getByRole('textbox', { name: '专报内容' }).fill('同一窗口本月第三次被投诉无人值守');
  await give(dispatcher, '呈报领导');
  const leader = (await openSeat('领导')).page();
  await startWork(leader, await newAccount('leader'));
  await takeFrom(leader, '待批示', number);
  const instructing = await begin(leader, '批示');
  await expect(instructing).toContainText('本月第三次被投诉');
  await instructing.getByRole('textbox', { name: '批示内容' }).fill('限期整改，书面说明');
  await instructing.getByRole('textbox', { name: '签名' }).fill('郑守成');
  await expect(limitAfter(instructing)).toContainText('3 个工作日');
  await expect(limitAfter(instructing)).toContainText('第十八条第（三）项');
  await give(leader, '批示');

  // Z8, Z9, Z15: two working days more at most, on the form that the unit's leader signs.
  const unitLeader = (await openSeat('单位负责人')).page();
  await startWork(unitLeader, await newUnitAccount(UNIT, 'unitLeader'));
  await takeFrom(unitLeader, '办理中', number);
  const asking = await begin(unitLeader, '申请延期');
  await asking.getByRole('textbox', { name: '理由' }).fill('需要调取两周的考勤记录');
  await asking.getByRole('textbox', { name: '负责人签名' }).fill('高立民');
  await asking.getByRole('spinbutton', { name: '申请延期' }).fill('3');
  await unitLeader.keyboard.press('Control+Enter');
  await expect(asking.getByRole('alert').first()).toContainText('最多 2 个工作日');
  await asking.getByRole('spinbutton', { name: '申请延期' }).fill('2');
  await give(unitLeader, '申请延期');
  const application = await openPrint(unitLeader, '投诉处理延期申请单');
  await expect(application).toContainText('枣庄市民中心投诉处理延期申请单');
  await expect(application).toContainText('2 个工作日');
  await unitLeader.keyboard.press('Escape');
  await grantExtension(dispatcher, number, '同意，按新时限办理');

  // Z9, Z14: fed back under the leader's signature.
  await report(handler, '窗口人员擅自离岗属实，已通报批评');
  await signReport(unitLeader, number, '高立民');
  const feedback = await openPrint(unitLeader, '投诉处置反馈单');
  await expect(feedback).toContainText('经调查，投诉属实');
  await unitLeader.keyboard.press('Escape');

  // Z10: closed, then followed up; the unit's fault is issued again with a limit.
  const follower = (await openSeat('回访台')).page();
  await startWork(follower, await newAccount('followUpAgent'));
  await takeFrom(follower, '待回访', number);
  await replyCaller(follower, '电话', '离岗人员已受到通报批评');
  await close(follower, '答复合法合规');
  await hearDissatisfied(follower, number, '窗口今天还是没有人');
  const redoing = await begin(follower, '退回重办');
  await expect(limitAfter(redoing)).toContainText('第十八条');
  await give(follower, '退回重办');
  await takeFrom(handler, '退回重办', number);
  await report(handler, '已增设备岗，窗口不再空岗');
  await signReport(unitLeader, number, '高立民');
  await takeFrom(follower, '待回访', number);
  await replyCaller(follower, '电话', '窗口已增设备岗');
  await hearSatisfied(follower, number);
  await expectState(follower, '已办结');
  await archive(follower, number);
  const detail = follower.getByRole('article', { name: '工单详情' });
  await expect(detail).toContainText('签名完好');
  for (const said of ['限期整改，书面说明', '需要调取两周的考勤记录', '窗口今天还是没有人', '已增设备岗'])
    await expect(detail).toContainText(said);
});
