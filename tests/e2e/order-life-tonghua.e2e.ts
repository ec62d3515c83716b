import { expect, test } from './fixtures.ts';
import {
  accept,
  archive,
  begin,
  choose,
  expectBarred,
  expectState,
  give,
  grantExtension,
  hearDissatisfied,
  hearSatisfied,
  limitAfter,
  lookUp,
  pickUnit,
  replyCaller,
  report,
  signFor,
  signReport,
  startWork,
  supervise,
  takeFrom,
} from './order-desk.ts';

const FIRST = 'u-szss';
const FIRST_NAME = '市市政设施服务中心';
const UNIT = 'u-cgj';
const UNIT_NAME = '市城市管理局';

// Every window fetches all orders that there are: a few are enough here.
test.use({ demo: { city: 'tonghua', orders: 50 } });

test('通化：退单改派、两次延期、督办、先复后报、不满意重办，直到归档，各岗位各在自己的窗口', async ({
  openSeat,
  newAccount,
  newUnitAccount,
}) => {
  test.setTimeout(900_000);

  const operator = (await openSeat('话务座席')).page();
  await startWork(operator, await newAccount());
  const number = await accept(operator, {
    category: 2,
    content: '新华大街江南路口护栏被撞坏一个月，一直没有人来修',
    phone: '19900001301',
  });

  // T8: urgent runs twelve hours from the telephone call, anything else five working days from the unit's receipt.
  const dispatcher = (await openSeat('派单台')).page();
  await startWork(dispatcher, await newAccount('dispatcher'));
  await takeFrom(dispatcher, '待派单', number);
  const dispatching = await begin(dispatcher, '派单');
  await pickUnit(dispatching, '承办单位（主办）', '市政设施', FIRST_NAME);
  await choose(dispatching, '办理方式', '转办');
  await dispatching.getByRole('checkbox', { name: '紧急' }).check();
  await expect(limitAfter(dispatching)).toContainText('12 小时');
  await expect(limitAfter(dispatching)).toContainText('第十六条');
  await dispatching.getByRole('checkbox', { name: '紧急' }).uncheck();
  await expect(limitAfter(dispatching)).toContainText('5 个工作日');
  await give(dispatcher, '派单');
  await expectState(dispatcher, '待签收');

  // T7: a return refused, and one agreed to, after which another unit gets it.
  const first = (await openSeat('第一承办单位')).page();
  await startWork(first, await newUnitAccount(FIRST, 'handler'));
  await signFor(first, number);
  for (const [basis, opinion, answer] of [
    ['口头商定', '不同意，由原单位继续办理', '没有书面依据，请补充'],
    ['城市道路护栏移交清单第三项', '同意退单，重新派单', '护栏已移交城市管理局'],
  ] as const) {
    const returning = await begin(first, '申请退单');
    await returning.getByRole('textbox', { name: '理由' }).fill('护栏不由我单位维护');
    await returning.getByRole('textbox', { name: '依据' }).fill(basis);
    await give(first, '申请退单');
    await takeFrom(dispatcher, '退单待审', number);
    const answering = await begin(dispatcher, '审核退单');
    await expect(answering).toContainText(basis);
    await choose(answering, '审核意见', opinion);
    await answering.getByRole('textbox', { name: '理由' }).fill(answer);
    await give(dispatcher, '审核退单');
    if (opinion.startsWith('不同意'))
      await expect(first.getByRole('article', { name: '工单详情' })).toContainText(answer);
  }
  await takeFrom(dispatcher, '待派单', number);
  const again = await begin(dispatcher, '派单');
  await pickUnit(again, '承办单位（主办）', '城市管理局', UNIT_NAME);
  await choose(again, '办理方式', '转办');
  await give(dispatcher, '派单');

  // T9: five days by the handler's word; five more only under the leader's signature; then none.
  const handler = (await openSeat('承办单位')).page();
  await startWork(handler, await newUnitAccount(UNIT, 'handler'));
  await signFor(handler, number);
  const asking = await begin(handler, '申请延期');
  await asking.getByRole('textbox', { name: '理由' }).fill('同型号护栏需要订制');
  await give(handler, '申请延期');
  await grantExtension(dispatcher, number, '情况属实');
  const unitLeader = (await openSeat('单位负责人')).page();
  await startWork(unitLeader, await newUnitAccount(UNIT, 'unitLeader'));
  await takeFrom(unitLeader, '办理中', number);
  const second = await begin(unitLeader, '申请延期');
  await second.getByRole('textbox', { name: '理由' }).fill('厂家发货推迟');
  await unitLeader.keyboard.press('Control+Enter');
  await expect(second.getByRole('alert').first()).toContainText('须有分管领导签字');
  await second.getByRole('textbox', { name: '负责人签名' }).fill('周明远');
  await give(unitLeader, '申请延期');
  await takeFrom(dispatcher, '延期待批', number);
  await expect(dispatcher.getByRole('article', { name: '工单详情' })).toContainText('周明远');
  await grantExtension(dispatcher, number, '负责人已签字，同意');
  await expect(handler.getByRole('article', { name: '工单详情' })).toContainText('负责人已签字，同意');
  await expectBarred(handler, '申请延期', '专题协调会议');

  // T11: the unit asks a colleague unit by itself, which has the order again for its part of it.
  const colleague = await begin(handler, '请单位协助');
  await pickUnit(colleague, '请哪个单位协助', '市政设施', FIRST_NAME);
  await colleague.getByRole('textbox', { name: '请该单位做什么' }).fill('请提供护栏基础的图纸');
  await give(handler, '请单位协助');
  await takeFrom(first, '待协办', number);
  const assisting = await begin(first, '协办意见');
  await expect(assisting).toContainText('请提供护栏基础的图纸');
  await assisting.getByRole('textbox', { name: '协办意见' }).fill('图纸已送达，基础完好可以直接安装');
  await give(first, '协办意见');
  await expect(handler.getByRole('article', { name: '工单详情' })).toContainText('基础完好可以直接安装');

  // T13: urged, then supervised in writing, and answered.
  const overseer = (await openSeat('督办台')).page();
  await startWork(overseer, await newAccount('overseer'));
  await lookUp(overseer, number);
  const urging = await begin(overseer, '催办');
  await urging.getByRole('textbox').fill('诉求人再次来电，请加快');
  await give(overseer, '催办');
  await supervise(overseer, '书面督办', '请书面说明护栏修复的日期');
  await takeFrom(handler, '督办待回复', number);
  const replying = await begin(handler, '回复督办');
  await replying.getByRole('textbox', { name: '督办回复' }).fill('护栏已到货，明日安装');
  await give(handler, '回复督办');

  // T12: the caller is told first, then the leader-reviewed report goes to the centre.
  await expectBarred(handler, '上报结果', '第十七条');
  await replyCaller(handler, '电话', '护栏已经装好');
  await report(handler, '护栏已更换，现场已清理');
  await signReport(unitLeader, number, '周明远');

  // T15: reasonable dissatisfaction sends it back; T14: satisfaction closes it.
  const follower = (await openSeat('回访台')).page();
  await startWork(follower, await newAccount('followUpAgent'));
  await hearDissatisfied(follower, number, '护栏少装了一段');
  const redoing = await begin(follower, '退回重办');
  await expect(redoing.getByRole('textbox', { name: '重办理由' })).toHaveValue('护栏少装了一段');
  await give(follower, '退回重办');
  await takeFrom(handler, '退回重办', number);
  await replyCaller(handler, '上门', '少装的一段已经补上，请您看过');
  await report(handler, '补装护栏两米，已请诉求人到场查看');
  await signReport(unitLeader, number, '周明远');
  await hearSatisfied(follower, number);
  await expectState(follower, '已办结');
  await archive(follower, number);
  const detail = follower.getByRole('article', { name: '工单详情' });
  await expect(detail).toContainText('签名完好');
  for (const said of [
    '没有书面依据，请补充',
    '护栏已移交城市管理局',
    '厂家发货推迟',
    '护栏已到货，明日安装',
    '护栏少装了一段',
  ])
    await expect(detail).toContainText(said);
});
