import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { contentField, expectAgentState, numbersOf, officialNumber, resultPanel, signIn } from './operator.ts';

// Every act here is a click, or writing into the field that was clicked.

/** A unit with a number at every hour of every day. */
const WATER = '市供水服务公司';

async function takeCall(page: Page, jobNumber: string, ring: () => Promise<string>): Promise<void> {
  await signIn(page, jobNumber);
  const bar = page.getByRole('region', { name: '话务条' });
  await page.getByTitle('签入后可接听来电').click();
  await page.getByRole('button', { name: '示闲，等待来电' }).click();
  await expectAgentState(page, 'ready');
  await ring();
  await expectAgentState(page, 'ringing');
  await bar.getByRole('button', { name: /^接听/ }).click();
  await expectAgentState(page, 'talking');
}

async function write(page: Page, category: string, content: string): Promise<void> {
  await page.getByRole('radio', { name: category, exact: true }).click();
  await contentField(page).click();
  await contentField(page).fill(content);
}

async function chooseOutcome(page: Page, name: string): Promise<void> {
  await page.getByRole('toolbar', { name: '办理方式' }).getByRole('button', { name }).click();
}

/** Hangs up and ends 话后整理, as after every call. */
async function endCall(page: Page): Promise<void> {
  await page.getByRole('region', { name: '话务条' }).getByRole('button', { name: '挂断', exact: true }).click();
  await expectAgentState(page, 'wrapUp');
}

test('即办：用知识作答，答复依据及其版本留在工单上', async ({ openSeat, newAccount, placeCall }) => {
  const page = (await openSeat()).page();
  await takeCall(page, await newAccount(), () => placeCall('13803920101'));
  await write(page, '咨询', '想问租房提取住房公积金需要哪些材料');

  const knowledge = page.getByRole('region', { name: '知识', exact: true });
  const hit = knowledge.getByRole('listbox', { name: '知识结果' }).getByRole('option').first();
  await hit.click();
  const title = await knowledge.getByRole('heading', { level: 3 }).innerText();
  // Another test of the same centre may have published a next one.
  await expect(knowledge).toContainText(/第 \d+ 版/);
  const version = /第 \d+ 版/.exec(await knowledge.innerText())?.[0] ?? '';
  await knowledge.getByRole('button', { name: '用作答复' }).click();
  const panel = page.getByRole('region', { name: '即办' });
  await expect(panel.getByRole('textbox', { name: '答复内容' })).not.toBeEmpty();
  await expect(panel.getByRole('list', { name: '引用的知识' })).toContainText(title);
  await panel.getByRole('button', { name: /^答复并办结/ }).click();

  const number = await officialNumber(page);
  await expect(resultPanel(page)).toContainText('即办，已答复并办结');
  await endCall(page);
  await resultPanel(page).getByRole('button', { name: '查看工单' }).click();
  const detail = page.getByRole('article', { name: '工单详情' });
  await expect(detail).toContainText(number);
  await expect(detail).toContainText(title);
  await expect(detail).toContainText(version);
});

test('直办：咨询单位，接通三方，单位答复后办结', async ({ openSeat, newAccount, placeCall, centre }) => {
  for (const phone of numbersOf(WATER)) await centre.unitBehaviour(phone, 'answers');
  const page = (await openSeat()).page();
  await takeCall(page, await newAccount(), () => placeCall('13803920102'));
  await write(page, '求助', '家里自来水发黄，想知道是不是管网维修造成的');

  await chooseOutcome(page, '直办');
  const panel = page.getByRole('region', { name: '直办' });
  await panel.getByRole('combobox', { name: '承办单位' }).fill('供水');
  await page.getByTitle(WATER, { exact: true }).click();
  await panel.getByRole('button', { name: /^呼叫/ }).click();
  await expect(panel).toContainText('单位已接，来电人等候');
  await panel.getByRole('button', { name: /^接通三方/ }).click();
  await expect(panel).toContainText('三方通话中');
  await panel
    .getByRole('textbox', { name: '答复内容' })
    .fill('今天上午管网冲洗，放水十分钟后会变清，仍发黄可免费上门检测');
  await panel.getByRole('button', { name: /^已答复，办结/ }).click();

  await officialNumber(page);
  await expect(resultPanel(page)).toContainText('直办，已答复并办结');
  await resultPanel(page).getByRole('button', { name: '查看工单' }).click();
  const attempts = page.getByRole('article', { name: '工单详情' });
  await expect(attempts).toContainText('直办呼转');
  await expect(attempts).toContainText('已答复');
});

test('直办未接：一键改为转办，什么都不用再填', async ({ openSeat, newAccount, placeCall, centre }) => {
  for (const phone of numbersOf(WATER)) await centre.unitBehaviour(phone, 'noAnswer');
  const page = (await openSeat()).page();
  await takeCall(page, await newAccount(), () => placeCall('13803920103'));
  const content = '小区凌晨起停水，物业说不清楚何时恢复';
  await write(page, '求助', content);

  await chooseOutcome(page, '直办');
  const direct = page.getByRole('region', { name: '直办' });
  await direct.getByRole('combobox', { name: '承办单位' }).fill('供水');
  await page.getByTitle(WATER, { exact: true }).click();
  await direct.getByRole('button', { name: /^呼叫/ }).click();
  await direct.getByRole('button', { name: /^改为转办/ }).click();

  const forward = page.getByRole('region', { name: '转办' });
  await expect(forward.getByRole('list', { name: '呼叫记录' })).toContainText('未接');
  await expect(forward).toContainText(WATER);
  await expect(contentField(page)).toHaveValue(content);
  await forward.getByRole('button', { name: /^确认转办/ }).click();

  await officialNumber(page);
  await expect(resultPanel(page)).toContainText(`已转办 → ${WATER}`);
  for (const phone of numbersOf(WATER)) await centre.unitBehaviour(phone, 'answers');
});

test('转办：采纳建议的单位，先看到期限和条款，正式工单号出现在待编号旁', async ({
  openSeat,
  newAccount,
  placeCall,
}) => {
  const page = (await openSeat()).page();
  await takeCall(page, await newAccount(), () => placeCall('13803920104'));
  await write(page, '求助', '淇滨区兴鹤大街路灯连续三天不亮，晚上行人过马路很危险');

  await chooseOutcome(page, '转办');
  const panel = page.getByRole('region', { name: '转办' });
  await expect(panel).toContainText(/办理时限\s*10 个工作日，.+止\s*第六条/);
  const suggestion = panel.getByRole('button', { name: /^采纳建议：/ }).first();
  const unit = /^采纳建议：(.+)，把握/.exec((await suggestion.getAttribute('aria-label')) ?? '')?.[1] ?? '';
  await suggestion.click();
  await expect(suggestion).toBeHidden();
  await panel.getByRole('button', { name: /^确认转办/ }).click();

  await officialNumber(page);
  await expect(resultPanel(page)).toContainText(`已转办 → ${unit}`);
  await expect(resultPanel(page)).toContainText(/原待编号 待编-[0-9A-Z]{4}-\d{4}/);
  await expect(resultPanel(page)).toContainText(/10 个工作日，.+止 · 第六条/);
});

test('J5 被诉单位选自本市单位，转给它时说明诉求人对它隐去', async ({ openSeat, newAccount, placeCall }) => {
  const page = (await openSeat()).page();
  await takeCall(page, await newAccount(), () => placeCall('13803920106'));
  await write(page, '投诉', '供水公司窗口收费不给发票，态度生硬，要求说明');
  await page.getByRole('combobox', { name: '被诉单位' }).fill('供水');
  await page.getByTitle(WATER, { exact: true }).click();
  await expect(page.getByText('本市单位')).toBeVisible();

  await chooseOutcome(page, '转办');
  const panel = page.getByRole('region', { name: '转办' });
  await panel.getByRole('combobox', { name: '承办单位' }).fill('供水');
  await panel.page().locator('.ant-select-dropdown:visible').getByTitle(WATER, { exact: true }).click();
  await expect(panel.getByRole('note')).toContainText('承办单位就是被诉单位：诉求人的姓名、电话、地址将对它隐去');
  await panel.getByRole('button', { name: /^先登记，由派单员派单/ }).click();

  await officialNumber(page);
  await expect(resultPanel(page)).toContainText('已登记受理，等派单员派单');
  await resultPanel(page).getByRole('button', { name: '查看工单' }).click();
  await expect(page.getByRole('article', { name: '工单详情' })).toContainText('待派单');
});

test('不予受理：选理由，见条款，读出告知语', async ({ openSeat, newAccount, placeCall }) => {
  const page = (await openSeat()).page();
  await takeCall(page, await newAccount(), () => placeCall('13803920105'));
  await write(page, '投诉', '法院已经判决的房屋买卖纠纷，要求热线重新处理');

  await chooseOutcome(page, '不予受理');
  const panel = page.getByRole('region', { name: '不予受理' });
  const ground = panel.getByRole('radio').first();
  const [, article] = await panel.getByRole('group').locator('label').first().locator('span').allInnerTexts();
  await ground.click();
  await expect(ground).toBeChecked();
  expect(article).toMatch(/^第.+条/);
  const sentence = panel.getByRole('blockquote');
  await expect(sentence).toContainText('请读给来电人');
  await panel.getByRole('button', { name: /^确认不予受理/ }).click();

  await officialNumber(page);
  await expect(resultPanel(page)).toContainText('不予受理，已登记');
  await resultPanel(page).getByRole('button', { name: '查看工单' }).click();
  await expect(page.getByRole('article', { name: '工单详情' })).toContainText(article ?? '');
});
