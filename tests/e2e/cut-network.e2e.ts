import { numbersOfOrders } from '../support/at-rest.ts';
import { expect, test } from './fixtures.ts';
import {
  answer,
  becomeReady,
  chooseUnit,
  contentField,
  expectSynced,
  forwardManualCall,
  goTo,
  OFFICIAL_NUMBER,
  officialNumber,
  provisionalNumber,
  resultPanel,
  signIn,
} from './operator.ts';

// What a desk remembers and is called: nobody has sat there before.
test.use({ unusedDesks: true });

test('通话中断网：工单存在本机，kill -9 后仍在，恢复后只送达一次', async ({
  openSeat,
  newAccount,
  placeCall,
  centre,
}) => {
  const content = '浚县黎阳街道自来水发黄已有两天，烧开后有沉淀，要求查明水质';
  const seat = await openSeat();
  const page = seat.page();
  await signIn(page, await newAccount());
  await expectSynced(page);
  await becomeReady(page);
  await placeCall('13803920301');
  await answer(page);

  seat.wire.cut('pulled');
  const bar = page.getByRole('contentinfo', { name: '离线' });
  await expect(bar).toContainText('中心无应答');
  await expect(bar).toContainText('0 件待送');
  await expect(contentField(page)).toBeFocused();
  await page.keyboard.type(content);
  await expect(bar).toContainText(/已存本机 \d{2}:\d{2}:\d{2}/);
  await page.keyboard.press('Alt+3');
  await page.keyboard.press('F8');
  await chooseUnit(page, '浚县', '浚县人民政府');
  await page.keyboard.press('Control+Enter');
  const provisional = await provisionalNumber(page);
  await expect(bar).toContainText('1 件待送');

  await seat.killStation();
  const line = page.getByRole('listitem').filter({ hasText: provisional, visible: true });
  await goTo(page, '同步');
  await expect(line).toContainText('待送出');
  await goTo(page, '受理');

  seat.wire.heal();
  const number = await officialNumber(page);
  await expect(resultPanel(page)).toContainText(`原待编号 ${provisional}`);
  await goTo(page, '同步');
  await expect(line).toHaveCount(1);
  await expect(line).toContainText(number);
  expect(await centre.atRest((db) => numbersOfOrders(db, content))).toEqual([number]);
});

test('断网时停电：重新启动后，草稿和待送工单都在', async ({ openSeat, newAccount }) => {
  const jobNumber = await newAccount();
  const seat = await openSeat();
  await signIn(seat.page(), jobNumber);
  await expectSynced(seat.page());
  seat.wire.cut('pulled');
  await expect(seat.page().getByRole('contentinfo', { name: '离线' })).toBeVisible();
  const provisional = await forwardManualCall(seat.page(), {
    number: '13803920302',
    content: '村口变压器夜里一直嗡嗡响，担心不安全',
    unit: ['供电', '国网鹤壁供电公司'],
  });
  const half = '写到一半的诉求，人还在电话那头';
  await seat.page().keyboard.press('Control+Enter');
  await seat.page().keyboard.press('Alt+T');
  await expect(contentField(seat.page())).toBeFocused();
  const typedAt = await seat.page().getByRole('contentinfo').getByText('已存本机').textContent();
  await seat.page().keyboard.type(half);
  await expect(seat.page().getByRole('contentinfo').getByText('已存本机')).not.toHaveText(typedAt ?? '');

  await seat.powerCut();
  const page = seat.page();
  const rail = page.getByRole('navigation', { name: '主导航' });
  // The start of a whole desk, on a machine that may be busy with other tests.
  await expect(rail.or(page.getByRole('button', { name: '离线登录' }))).toBeVisible({ timeout: 60_000 });
  if (!(await rail.isVisible())) await signIn(page, jobNumber);
  await expect(contentField(page)).toHaveValue(half);
  await goTo(page, '同步');
  const line = page.getByRole('listitem').filter({ hasText: provisional, visible: true });
  await expect(line).toContainText('待送出');

  seat.wire.heal();
  await expect(line).toContainText(OFFICIAL_NUMBER, { timeout: 60_000 });
});

test('断网补录三件：真实通话时间，恢复后队列送完，正式编号逐一出现', async ({ openSeat, newAccount }) => {
  const seat = await openSeat();
  const page = seat.page();
  await signIn(page, await newAccount());
  await expectSynced(page);
  seat.wire.cut('pulled');
  await expect(page.getByRole('contentinfo', { name: '离线' })).toBeVisible();

  const provisional: string[] = [];
  for (const [index, content] of ['单元门禁坏了一周', '健身器材螺丝松动', '楼道感应灯不亮'].entries()) {
    provisional.push(
      await forwardManualCall(page, {
        number: `1380392031${index}`,
        startedAt: `2026-11-20 09:0${index}:30`,
        content,
        unit: ['城管', '市城市管理局'],
      }),
    );
    await page.keyboard.press('Control+Enter');
  }
  expect(new Set(provisional).size).toBe(3);
  await goTo(page, '同步');
  const unsent = page.getByRole('region', { name: '待送出' });
  await expect(unsent.getByRole('listitem')).toHaveCount(3);
  await expect(page.getByRole('contentinfo', { name: '离线' })).toContainText('3 件待送');

  seat.wire.heal();
  await expectSynced(page);
  const done = page.getByRole('region', { name: '最近送达' });
  for (const number of provisional) {
    const line = done.getByRole('listitem').filter({ hasText: number });
    await expect(line).toHaveCount(1);
    await expect(line).toContainText(OFFICIAL_NUMBER);
  }
  await done
    .getByRole('listitem')
    .filter({ hasText: provisional[0] ?? '' })
    .getByTitle('正式编号，打开工单')
    .click();
  const detail = page.getByRole('article', { name: '工单详情' });
  await expect(detail).toContainText('补录');
  await expect(detail).toContainText('断网期间用话机接听');
  await expect(detail).toContainText('09:00:30');
});
