import type { Page } from '@playwright/test';
import { demoCallerNumbers } from '../../server/demo/callers.ts';
import { test } from '../e2e/fixtures.ts';
import { answer, becomeReady, expectAgentState, expectSynced, goTo, signIn } from '../e2e/operator.ts';
import { cameraOf, LOOKS, lookAs } from './camera.ts';

async function enter(page: Page, jobNumber: string): Promise<void> {
  await signIn(page, jobNumber);
  await expectSynced(page);
}

for (const look of LOOKS) {
  test.describe(look, () => {
    lookAs(look);

    test('calls, and the shift supervisor who sees them', async ({ openSeat, placeCall, centre }) => {
      const operator = (await openSeat('座席 A03')).page();
      await enter(operator, look === 'light' ? '1003' : '1004');
      await becomeReady(operator);
      const numbers = demoCallerNumbers();
      const [first, gone, waiting] = look === 'light' ? numbers.slice(2) : numbers.slice(5);
      await placeCall(first ?? '13803920001');
      await answer(operator);
      await operator.keyboard.type('小区门口的路灯三天不亮了，晚上孩子放学不安全');
      await centre.callerHangsUp(await placeCall(gone ?? '13803920002'));
      await placeCall(waiting ?? '13803920003');

      const page = (await openSeat('班长席')).page();
      await enter(page, look === 'light' ? '1101' : '1102');
      const { shot } = cameraOf(page, look);
      await goTo(page, '班长');
      await page.getByRole('grid', { name: '坐席' }).getByRole('row').nth(1).click();
      await shot('40-floor', page.getByRole('button', { name: '侦听' }), 'wide', 'small');
      await page.getByText('数据与预测', { exact: true }).click();
      await shot('40-hall-data', page.getByText('爱尔朗'));
      await page.getByRole('button', { name: '大屏' }).click();
      await shot('40-wall', page.getByRole('main', { name: '运行大屏' }), 'wide');
      await page.keyboard.press('Escape');
      await page.getByText('坐席', { exact: true }).first().click();
      await operator.keyboard.press('Shift+F2');
      await expectAgentState(operator, 'wrapUp');
      await goTo(operator, '通话');
      await operator
        .getByRole('table', { name: '通话列表' })
        .getByRole('row')
        .nth(1)
        .getByRole('button')
        .first()
        .click();
      const detail = operator.getByRole('complementary', { name: '通话详情' });
      await cameraOf(operator, look).shot('41-calls', detail, 'small');
      await goTo(page, '回拨');
      await shot('42-missed', page.getByRole('table', { name: '待回拨的来电人' }));
      await goTo(page, '话务');
      await shot('43-call-settings', page.getByRole('region', { name: '话务设置' }), 'wide', 'small');
    });

    test('reports', async ({ openSeat }) => {
      const page = (await openSeat('督办台')).page();
      await enter(page, '1301');
      const { shot } = cameraOf(page, look);
      await page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '报表' }).click();
      await shot('44-reports', page.getByRole('table').getByRole('row').nth(1), 'wide', 'small');
      const views = page.getByRole('radiogroup', { name: '报表内容' });
      await views.getByText('逾期工单').click();
      await shot('45-overdue', page.getByRole('table').getByRole('row').nth(1));
      await views.getByText('集中反映').click();
      await shot('46-clusters', page.getByText('所选期间内投诉举报集中的单位'));
    });

    test('call scoring', async ({ openSeat }) => {
      const page = (await openSeat('质检席')).page();
      await enter(page, look === 'light' ? '1501' : '1502');
      const { shot } = cameraOf(page, look);
      await goTo(page, '话务质检');
      const tabs = page.getByRole('radiogroup', { name: '话务质检内容' });
      const list = page.getByRole('table', { name: '评分任务' });
      await shot('54-scoring-tasks', list.getByRole('row').nth(1), 'wide', 'small');
      await list.getByRole('row').nth(1).getByRole('button').press('Enter');
      await shot('55-scoring', page.getByRole('region', { name: '通话情况' }), 'wide', 'small');
      for (const [name, tab] of [
        ['56-appeals', '申诉'],
        ['57-calibrations', '校准'],
        ['58-scoring-results', '结果'],
        ['59-plans', '抽检计划'],
        ['60-forms', '评分表'],
      ] as const) {
        await tabs.getByText(tab, { exact: true }).click();
        await shot(name, tabs);
      }
    });

    test('knowledge kept', async ({ openSeat }) => {
      const page = (await openSeat('知识编辑')).page();
      await enter(page, '1601');
      const { shot } = cameraOf(page, look);
      await goTo(page, '知识管理');
      const tabs = page.getByRole('radiogroup', { name: '知识管理分栏' });
      await page.getByRole('button', { name: '新写知识' }).first().click();
      await shot('47-manuscript', page.getByRole('textbox', { name: '标题' }), 'wide', 'small');
      for (const [name, tab] of [
        ['48-feedback', '反馈与任务'],
        ['49-due', '待核对'],
        ['50-usage', '使用情况'],
        ['51-import', '导入'],
      ] as const) {
        await tabs.getByText(tab).click();
        await shot(name, tabs);
      }
      await goTo(page, '知识');
      await page.getByRole('button', { name: '说法与同义词' }).click();
      await page.getByRole('radiogroup', { name: '说法与同义词' }).getByText('同义词', { exact: true }).click();
      await shot('52-synonyms', page.getByRole('dialog'));
    });

    test('models', async ({ openSeat }) => {
      const page = (await openSeat('管理台')).page();
      await enter(page, '1901');
      await goTo(page, '设置');
      await page.getByText('建议模型').first().scrollIntoViewIfNeeded();
      await cameraOf(page, look).shot('53-models', page.getByText('建议模型'));
    });
  });
}
