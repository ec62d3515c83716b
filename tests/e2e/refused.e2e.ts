import { closeUnit } from '../support/at-rest.ts';
import { expect, test } from './fixtures.ts';
import { chooseUnit, contentField, expectSynced, forwardManualCall, goTo, officialNumber, signIn } from './operator.ts';

// What a desk remembers and is called: nobody has sat there before.
test.use({ unusedDesks: true });

test('需处理：单位已停用，说明原因和下一步；重新编辑一字不少，改派后送达', async ({ openSeat, newAccount, centre }) => {
  const closing = '市公共交通公司';
  const content = '3路公交末班车提前收车，站台上等了半小时没有车';
  const seat = await openSeat();
  const page = seat.page();
  await signIn(page, await newAccount());
  await expectSynced(page);

  seat.wire.cut('pulled');
  await expect(page.getByRole('contentinfo', { name: '离线' })).toBeVisible();
  const provisional = await forwardManualCall(page, {
    number: '13803920401',
    startedAt: '2026-11-20 21:40:00',
    content,
    unit: ['公交', closing],
  });
  await centre.atRest((db) => closeUnit(db, closing));
  seat.wire.heal();

  await expect(page.getByRole('button', { name: '同步，1 件需处理' })).toBeVisible({ timeout: 60_000 });
  await goTo(page, '同步');
  const refused = page.getByRole('region', { name: '需处理' });
  await expect(refused).toContainText(provisional);
  await expect(refused).toContainText('所选承办单位已停用');
  await expect(refused).toContainText('请改选现在负责此事的单位');
  await refused.getByRole('button', { name: `重新编辑 ${provisional}` }).click();

  await expect(contentField(page)).toHaveValue(content);
  await expect(page.getByRole('textbox', { name: '来电号码' })).toHaveValue('13803920401');
  await expect(page.getByRole('textbox', { name: '通话开始' })).toHaveValue('2026-11-20 21:40:00');
  await expect(page.getByRole('textbox', { name: '补录原因' })).toHaveValue('断网期间用话机接听');
  await expect(page.getByRole('radio', { name: '求助' })).toBeChecked();
  await page.keyboard.press('F8');
  await chooseUnit(page, '市交通', '市交通运输局');
  await page.keyboard.press('Control+Enter');

  const number = await officialNumber(page);
  await goTo(page, '同步');
  await expect(page.getByRole('region', { name: '需处理' })).toBeHidden();
  await expectSynced(page);
  const lines = page.getByRole('region', { name: '最近送达' }).getByRole('listitem').filter({ hasText: number });
  await expect(lines.filter({ hasText: '已处理' })).toHaveCount(1);
  await expect(lines.filter({ hasText: '已送达' })).toHaveCount(1);
});
