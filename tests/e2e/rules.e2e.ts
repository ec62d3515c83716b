import { expect, test } from './fixtures.ts';
import { expectSynced, goTo, signIn } from './operator.ts';

test('规则：五个城市逐条可读，时限成表，点一格就试算', async ({ openSeat, newAccount }) => {
  const page = (await openSeat()).page();
  await signIn(page, await newAccount());
  await expectSynced(page);
  await goTo(page, '规则');

  const cities = page.getByRole('radiogroup', { name: '城市' });
  await expect(cities.getByRole('radio').first()).toHaveAccessibleName(/鹤壁市 · 本中心/);
  await expect(page.getByRole('region', { name: '逐条规则' })).toContainText('H8');

  await page.getByRole('navigation', { name: '规则目录' }).getByRole('button', { name: '办理时限' }).click();
  const limits = page.getByRole('table', { name: '办理时限' });
  await expect(limits).toContainText('10 个工作日');
  await cities.getByText('通化市').click();
  await expect(limits).toContainText('5 个工作日');
  await page.getByRole('radiogroup', { name: '紧急程度' }).getByText('紧急').click();
  await limits.getByRole('button', { name: '12 小时' }).click();
  const trial = page.getByRole('region', { name: '试算' });
  await expect(trial).toContainText('按通化市的规则');
  await expect(trial).toContainText('自电话交办起算');
  await expect(trial).toContainText('T8 第十六条');
});

test('规则：按编号、条款和字词查找，工作日历标明已知到哪一天', async ({ openSeat, newAccount }) => {
  const page = (await openSeat()).page();
  await signIn(page, await newAccount());
  await expectSynced(page);
  await page.keyboard.press('Control+6');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('16条 延期');
  const found = page.getByRole('region', { name: '在五个城市中查找' });
  await found.getByRole('region', { name: '通化市' }).getByRole('button').first().click();
  await expect(page.getByRole('region', { name: '逐条规则' })).toContainText('通化市');
  await expect(page.locator('[data-marked]')).toContainText('T9');

  await page.getByRole('navigation', { name: '规则目录' }).getByRole('button', { name: '工作日历' }).click();
  const calendar = page.getByRole('region', { name: '工作日历' });
  await expect(calendar).toContainText('已知至 2026-12-31');
  const years = page.getByRole('radiogroup', { name: '年份' });
  await years.getByText('2026').click();
  await expect(calendar.getByTitle('2026-10-01 放假 国庆节')).toBeVisible();
  await expect(calendar.getByTitle('2026-10-10 调休上班')).toBeVisible();
  await years.getByText('2027').click();
  await expect(calendar.getByTitle('2027-01-01 放假 推算')).toBeVisible();
});
