import { expect, test } from './fixtures.ts';
import { answer, becomeReady, chooseUnit, OFFICIAL_NUMBER, signIn } from './operator.ts';

const PROVISIONAL_NUMBER = /待编-[0-9A-Z]{4}-\d{4}/;

test('an order of a call during a cut network survives kill -9 of the station and is numbered once after return', async ({
  centre,
  openSeat,
}) => {
  const seat = await openSeat();
  const page = seat.page();
  await signIn(page, '1002');
  await becomeReady(page);
  await centre.placeCall('13803920002');
  await answer(page);

  seat.wire.cut('pulled');
  await page.keyboard.type('浚县黎阳街道自来水发黄已有两天，烧开后有沉淀，要求查明水质');
  await page.keyboard.press('Alt+3');
  await page.keyboard.press('F8');
  await chooseUnit(page, '浚县', '浚县人民政府');
  await page.keyboard.press('Control+Enter');
  const result = page.getByRole('region', { name: '办理结果' });
  await expect(result.getByText(PROVISIONAL_NUMBER)).toBeVisible();
  const provisional = PROVISIONAL_NUMBER.exec(await result.innerText())?.[0] ?? '';

  await seat.killStation();
  const rail = page.getByRole('navigation', { name: '主导航' });
  const line = page.getByRole('listitem').filter({ hasText: provisional, visible: true });
  await rail.getByRole('button', { name: '同步' }).click();
  await expect(line).toContainText('待送出');

  seat.wire.heal();
  await rail.getByRole('button', { name: '受理' }).click();
  await expect(result).toContainText(OFFICIAL_NUMBER, { timeout: 60_000 });
  await expect(result).toContainText(provisional);
  await rail.getByRole('button', { name: '同步' }).click();
  await expect(line).toHaveCount(1);
  await expect(line).toContainText(OFFICIAL_NUMBER);
});
