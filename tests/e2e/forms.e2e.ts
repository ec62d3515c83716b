import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { fixtureActor } from '../../shared/domain/fixtures.ts';
import { formsFor } from '../../shared/forms/catalogue.ts';
import { drawForm } from '../../shared/forms/draw.ts';
import type { Drawing } from '../../shared/forms/drawing.ts';
import { refusedBy, sampleFacts } from '../../shared/forms/samples.ts';
import { svgOf, VIEW_BOX, type SvgNode } from '../../shared/forms/svg.ts';
import { everyPack } from '../../shared/policy/packs.ts';
import { expect, test } from './fixtures.ts';
import { contentField, expectSynced, goTo, officialNumber, signIn, chooseUnit } from './operator.ts';

const FONT = readFileSync(
  createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
);
/** A place that is never asked: everything from it is answered here. */
const PLACE = 'http://forms.test';
const SHEET_PIXELS = { width: 794, height: 1123 };

/** The elements that the screen makes of a sheet, as text. */
function markup({ tag, attributes, text }: SvgNode): string {
  const written = Object.entries(attributes).map(([name, value]) => {
    const dashed = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return `${dashed}="${value}"`;
  });
  return `<${tag} ${written.join(' ')}>${text ?? ''}</${tag}>`;
}

/** A page with the forms' typeface and nothing on it. */
async function openPlace(page: Page): Promise<void> {
  const style = `
    @font-face { font-family: 'Hotline Forms'; src: url('${PLACE}/font.ttf'); }
    body { margin: 0; background: #fff; }
    svg { display: block; width: 794px; height: 1123px; font-family: 'Hotline Forms'; text-rendering: geometricprecision; }
    text { white-space: pre; }`;
  await page.route(`${PLACE}/**`, (route) =>
    route.request().url().endsWith('.ttf')
      ? route.fulfill({ body: FONT, contentType: 'font/ttf' })
      : route.fulfill({ body: `<style>${style}</style>`, contentType: 'text/html; charset=utf-8' }),
  );
  await page.goto(PLACE);
  await page.evaluate(`document.fonts.load('12px "Hotline Forms"', '文书').then(() => null)`);
}

async function show(page: Page, { sheets }: Drawing): Promise<void> {
  const drawn = sheets.map((sheet) => `<svg viewBox="${VIEW_BOX}">${svgOf(sheet).map(markup).join('')}</svg>`).join('');
  await page.evaluate(`document.body.innerHTML = ${JSON.stringify(drawn)}`);
}

test.describe('文书样张', () => {
  test.use({ viewport: SHEET_PIXELS });
  for (const pack of everyPack()) {
    const rules = [...new Set(pack.forms.map(({ rule }) => rule))].join('、');
    test(`${rules}：${pack.cityName}的文书与认可的样张一致`, async ({ page }) => {
      await openPlace(page);
      for (const { form } of formsFor(pack, fixtureActor('dispatcher'))) {
        const refusal = form.id.endsWith('refusal') ? refusedBy(pack.city, pack.refusalGrounds.length - 1) : null;
        const facts = sampleFacts({ city: pack.city, order: { refusal } });
        await show(page, drawForm({ form, facts, masked: false, values: {} }));
        await expect.soft(page).toHaveScreenshot(`${form.id}.png`);
      }
    });
  }
});

test('H13：从工单详情按 Ctrl+P 选文书、看样张、手填、存成 PDF 并打印，每一次都记入办理过程', async ({
  openSeat,
  newAccount,
}) => {
  test.setTimeout(300_000);
  test.skip(process.env['HOTLINE_E2E_HOST'] === 'electron', 'Electron saves files through a dialog of the system');
  const page = (await openSeat()).page();
  await signIn(page, await newAccount());
  await expectSynced(page);
  await page.keyboard.press('Alt+T');
  await expect(contentField(page)).toBeFocused();
  await page.keyboard.type('淇滨区长江路路灯不亮，请尽快修复');
  await page.keyboard.press('Alt+3');
  await page.getByRole('textbox', { name: '联系电话' }).fill('19900001377');
  await page.keyboard.press('F8');
  await chooseUnit(page, '城市管理局', '市城市管理局');
  await page.keyboard.press('Control+Enter');
  const number = await officialNumber(page);
  await goTo(page, '工单');
  await page.getByRole('searchbox', { name: '搜索全部工单' }).fill(number);
  await page.getByRole('row').filter({ hasText: number }).click();
  await expect(page.getByRole('article', { name: '工单详情' })).toContainText(number);

  await page.keyboard.press('Control+p');
  const dialog = page.getByRole('dialog', { name: '打印文书' });
  const preview = dialog.getByRole('region', { name: '预览' });
  await expect(preview).toContainText('鹤壁市行政服务大厅投诉受理登记表');
  await expect(preview).toContainText('199****1377');
  await dialog.getByRole('textbox', { name: '备注' }).fill('诉求人已到大厅签字');
  await expect(preview).toContainText('诉求人已到大厅签字');

  const saving = page.waitForEvent('download');
  await dialog.getByRole('button', { name: '保存为 PDF' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe(`${number}-投诉受理登记表.pdf`);
  expect(readFileSync(await saved.path(), 'latin1')).toMatch(/^%PDF-1\./);
  await expect(dialog).toContainText('投诉受理登记表已登记打印');

  // The browser's own print dialog cannot be driven: it is taken away, and what would be printed is looked at.
  await page.evaluate('window.print = () => undefined');
  await dialog.getByText('催办单').click();
  await expect(preview).toContainText('鹤壁市 12345 政务热线催办单');
  await dialog.getByRole('switch', { name: '印出完整个人信息（留痕）' }).click();
  await dialog.getByRole('spinbutton', { name: '份数' }).fill('2');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toContainText('催办单已登记打印');
  await page.emulateMedia({ media: 'print' });
  const paper = page.locator('body > .form-paper');
  await expect(paper).toBeVisible();
  await expect(paper.locator('svg')).toHaveCount(2);
  await expect(dialog).toBeHidden();
  const pages = (await page.pdf()).toString('latin1').match(/\/Type \/Page\b(?!s)/g);
  expect(pages).toHaveLength(2);
  await page.emulateMedia({ media: null });
  await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
  await expect(paper).toHaveCount(0);

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  const detail = page.getByRole('article', { name: '工单详情' });
  await expect(detail).toContainText('催办单');
  await expectSynced(page);
});
