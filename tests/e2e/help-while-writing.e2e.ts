import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { contentField, officialNumber, resultPanel, signIn } from './operator.ts';

/** A blank draft of a call taken on the telephone, with the cursor in 诉求内容. */
async function openDraft(page: Page, phone: string): Promise<void> {
  await page.keyboard.press('Alt+B');
  await expect(page.getByRole('textbox', { name: '来电号码' })).toBeFocused();
  await page.keyboard.type(phone);
  await page.getByRole('textbox', { name: '补录原因' }).fill('断网期间用话机接听');
  await page.keyboard.press('Alt+N');
  await expect(contentField(page)).toBeFocused();
}

test('建议事项：键盘采纳一个，不采纳的不再提示，已写的不被改动', async ({ openSeat, newAccount }) => {
  const page = (await openSeat()).page();
  await signIn(page, await newAccount());
  await openDraft(page, '13803920301');
  const content = '家里暖气不热，室内温度只有十四度';
  await page.keyboard.type(content);
  const form = page.getByRole('form', { name: '诉求登记' });
  const offer = form.getByRole('button', { name: /^采纳建议：/ }).first();
  await expect(offer).toBeVisible();
  await expect(offer).toHaveAttribute('title', /因 /);
  const first = (await offer.getAttribute('aria-label')) ?? '';

  await page.keyboard.press('Alt+Backspace');
  await expect(form.getByRole('button', { name: first, exact: true })).toBeHidden();
  await expect(contentField(page)).toHaveValue(content);

  await expect(offer).toBeVisible();
  const second = /^采纳建议：(.+)，把握/.exec((await offer.getAttribute('aria-label')) ?? '')?.[1] ?? '';
  expect(second).not.toBe('');
  await page.keyboard.press('Alt+Enter');
  await expect(form).toContainText(second);
  await expect(contentField(page)).toHaveValue(content);
  await expect(contentField(page)).toBeFocused();
});

test('紧急和地点只是提示：按键才写入，已填的地点不动', async ({ openSeat, newAccount }) => {
  const page = (await openSeat()).page();
  await signIn(page, await newAccount());
  await openDraft(page, '13803920302');
  const urgent = page.getByRole('checkbox', { name: '紧急' });
  const place = page.getByRole('textbox', { name: '地点' });
  const before = await place.boundingBox();
  await page.keyboard.type('淇滨区九州路上有很浓的煤气味，怕爆炸');
  const sign = page.getByRole('button', { name: '标为紧急：燃气（煤气味）', exact: true });
  const found = page.getByRole('button', { name: /^填入地点：淇滨区九州路/ });
  await expect(sign).toBeVisible();
  await expect(found).toBeVisible();
  await expect(urgent).not.toBeChecked();
  await expect(place).toHaveValue('');
  expect(await place.boundingBox()).toEqual(before);

  await page.keyboard.press('Alt+0');
  await expect(urgent).toBeChecked();
  await page.keyboard.press('Alt+V');
  await expect(place).toHaveValue(/^淇滨区九州路/);
  await expect(found).toBeHidden();
  await page.keyboard.type('，就在学校门口');
  await expect(place).toHaveValue(/^淇滨区九州路/);
});

test('缺少的要素提示再问；同一来电人重复来电时看得到在办的那一件', async ({ openSeat, newAccount }) => {
  const page = (await openSeat()).page();
  await signIn(page, await newAccount());
  const content = '楼上住户夜里装修噪声太大，影响老人休息';
  await openDraft(page, '13803920303');
  await page.keyboard.type(content);
  await expect(page.getByRole('note').filter({ hasText: '可再问：' })).toContainText('何地');
  await page.keyboard.press('Alt+2');
  await page.keyboard.press('F8');
  await page.keyboard.press('Shift+F8');
  await officialNumber(page);
  await expect(resultPanel(page)).toContainText('已登记受理');

  await openDraft(page, '13803920303');
  await page.keyboard.type(`${content}，一直没有人管`);
  await expect(page.getByRole('complementary', { name: /来电人/ })).toContainText('相似');
});
