import { demoCallerNumbers } from '../../server/demo/callers.ts';
import { test } from '../e2e/fixtures.ts';
import { closeUnit } from '../support/at-rest.ts';
import {
  answer,
  becomeReady,
  chooseUnit,
  expectAgentState,
  expectSynced,
  resultPanel,
  signIn,
} from '../e2e/operator.ts';
import { cameraOf, followSystem, LOOKS, lookAs } from './camera.ts';

const REQUEST = '天山路与淮河路口的路灯已经坏了五天，晚上很黑，老人孩子过马路不安全，希望尽快修好';

for (const look of LOOKS) {
  test.describe(look, () => {
    lookAs(look);

    test("an operator's quarter of an hour", async ({ openSeat, placeCall, centre }) => {
      const seat = await openSeat('座席 A01');
      const page = seat.page();
      const { shot } = cameraOf(page, look);
      const go = (screen: string): Promise<void> =>
        page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: screen }).click();
      await followSystem(page);
      await shot('01-sign-in', page.getByRole('button', { name: '登录', exact: true }));

      await signIn(page, look === 'light' ? '1001' : '1002');
      await expectSynced(page);
      await go('设置');
      await shot('02-settings', page.getByText('深色', { exact: true }));

      await go('受理');
      await becomeReady(page);
      await shot('03-idle', page.getByRole('region', { name: '话务条' }));
      await placeCall(demoCallerNumbers()[look === 'light' ? 0 : 1] ?? '13803920001');
      await expectAgentState(page, 'ringing');
      await shot('04-ringing', page.getByRole('region', { name: '话务条' }));
      await answer(page);
      await page.keyboard.type(REQUEST);
      await page.keyboard.press('Alt+2');
      await shot('05-call-taking', page.getByText(/已存本机/), 'wide', 'small');

      await page.keyboard.press('F6');
      await shot('07-immediate', page.getByRole('region', { name: /即办/ }));
      await page.keyboard.press('Escape');
      await page.keyboard.press('F7');
      await shot('08-direct', page.getByRole('region', { name: /直办/ }));
      await page.keyboard.press('Escape');
      await page.keyboard.press('F9');
      await shot('09-refusal', page.getByRole('region', { name: /不予受理/ }));
      await page.keyboard.press('Escape');
      await page.keyboard.press('F8');
      await chooseUnit(page, '城管', '市城市管理局');
      await shot('10-forward', page.getByRole('region', { name: /转办/ }));
      await page.keyboard.press('Control+Enter');
      await shot('11-result', resultPanel(page));
      await page.keyboard.press('Control+Enter');
      await page.keyboard.press('Shift+F2');
      await expectAgentState(page, 'wrapUp');
      await shot('12-wrap-up', page.getByRole('region', { name: '话务条' }));

      await go('工单');
      const list = page.getByRole('grid', { name: '工单列表' });
      await shot('13-orders', list.getByRole('row').nth(1), 'wide');
      await page.getByRole('button', { name: /^筛选/ }).first().click();
      await shot('34-filters', page.getByRole('tooltip'), 'small');
      await page.keyboard.press('Escape');
      await list.getByRole('row').nth(1).click();
      await shot('14-order', page.getByRole('region', { name: '办理环节' }), 'wide', 'small');
      await go('知识');
      await page.getByRole('combobox', { name: '查知识' }).last().fill('公积金租房提取');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await shot('15-knowledge', page.getByRole('article').last());
      await page.keyboard.press('Control+/');
      await shot('19-keys', page.getByRole('dialog', { name: '快捷键一览' }));
      await page.keyboard.press('Escape');

      seat.wire.cut('pulled');
      await go('受理');
      await page.keyboard.press('Alt+B');
      await page.getByRole('textbox', { name: /^补录原因/ }).fill('断网期间用话机接听');
      await page.keyboard.press('Alt+3');
      await page.getByRole('textbox', { name: /^来电号码/ }).fill('19900001234');
      await page
        .getByRole('textbox', { name: /^诉求内容/ })
        .fill('公交末班车提前收车，站台上等了半小时没有车，要求说明原因');
      await shot('20-offline-by-hand', page.getByText(/已存本机/));
      await page.keyboard.press('F8');
      // Closed while nobody here could hear of it; by night another one, because this stays.
      const closing = look === 'light' ? '市公共交通公司' : '国网鹤壁供电公司';
      await chooseUnit(page, closing, closing);
      await page.keyboard.press('Control+Enter');
      await shot('21-offline-result', resultPanel(page));
      await go('同步');
      await shot('22-offline-sync', page.getByRole('region', { name: '待送出' }));
      await centre.atRest((db) => closeUnit(db, closing));
      seat.wire.heal();
      await shot('36-sync-refused', page.getByRole('region', { name: '需处理' }), 'wide', 'small');
    });

    test('the rules, and the calendar as the office keeps it', async ({ openSeat }) => {
      const page = (await openSeat('管理台')).page();
      const { shot } = cameraOf(page, look);
      await signIn(page, '1901');
      await expectSynced(page);
      await page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '规则' }).click();
      const contents = page.getByRole('navigation', { name: '规则目录' });
      await shot('16-rules', page.getByRole('region', { name: '逐条规则' }));
      await contents.getByRole('button', { name: '工作日历' }).click();
      await page.getByRole('button', { name: '维护日历' }).click();
      await shot('18-rules-calendar', page.getByRole('region', { name: '维护工作日历' }), 'wide', 'small');
      await contents.getByRole('button', { name: '版本与更新' }).click();
      await shot('32-rules-versions', page.getByRole('region', { name: '在办工单的期限' }));
      await contents.getByRole('button', { name: '办理时限' }).click();
      await page.getByRole('radiogroup', { name: '城市' }).getByText('吉林市').click();
      await shot('17-rules-limits', page.getByRole('table', { name: '办理时限' }), 'wide');
    });
  });
}
