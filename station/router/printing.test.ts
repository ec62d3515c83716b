import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OrderId } from '../../shared/domain/ids.ts';
import { bothEnds, type BothEnds } from '../testing/both-ends.ts';
import { failureFrom, until, untilStatus, writeOrder, type DeskClient } from '../testing/desk-for-tests.ts';
import { readPdf } from '../../tests/support/read-pdf.ts';

// Whole stations start and stop here: what takes long on a busy machine is not what is tested.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let ends: BothEnds;

beforeEach(async () => {
  ends = await bothEnds();
});

afterEach(async () => {
  await ends.close();
});

const registration = (orderId: OrderId) => ({ orderId, formId: 'hb-complaint-registration', values: {} });

/** Prints as a PDF. @returns what a reader finds in it, and its name */
async function printed(desk: DeskClient, orderId: OrderId, clear: boolean): Promise<{ name: string; text: string }> {
  const issued = await desk.printing.issue({ ...registration(orderId), clear, copies: 2, as: 'pdf' });
  if (issued.as !== 'pdf') throw new Error('not a PDF');
  const { text } = await readPdf(Buffer.from(issued.base64, 'base64'));
  return { name: issued.name, text };
}

describe('printing a form', () => {
  it('H13: offers the city’s forms with their articles, to a unit only what is sent to it', async () => {
    const { desk } = await ends.signedIn();
    expect((await desk.printing.forms()).map(({ name, rule }) => `${rule} ${name}`)).toEqual([
      'H13 投诉受理登记表',
      'H11 催办单',
      'H10 工作专报',
    ]);
    await desk.session.signOut();
    await desk.session.signIn({ jobNumber: '1301', password: 'right', takeOver: false });
    expect((await desk.printing.forms()).map(({ id }) => id)).toEqual(['hb-urge']);
  });

  it('T2: shows it with personal data masked, and fills what the hand has not written', async () => {
    const { desk } = await ends.signedIn();
    const { orderId } = await writeOrder(desk);
    const { drawing, hand } = await desk.printing.preview({ ...registration(orderId), values: { remark: '已拍照' } });
    const said = JSON.stringify(drawing);
    expect(said).toContain('张**');
    expect(said).toContain('已拍照');
    expect(said).not.toMatch(/张三丰|13800138000/);
    expect(hand.map(({ id, value }) => [id, value])).toEqual([
      ['papers', ''],
      ['remark', '已拍照'],
    ]);
  });

  it('T2: prints personal data in clear only for whoever may see it, and records that they did', async () => {
    const { desk } = await ends.signedIn();
    const { orderId } = await writeOrder(desk);
    const { text, name } = await printed(desk, orderId, true);
    expect(text).toContain('张三丰');
    expect(text).toContain('13800138000');
    expect(name).toMatch(/投诉受理登记表\.pdf$/);
    const said = await until(
      () => Promise.resolve(ends.centre.taken.map(({ type, payload }) => ({ type, payload }))),
      (taken) => taken.some(({ type }) => type === 'personal.look'),
    );
    expect(said).toContainEqual({ type: 'order.print', payload: { formId: 'hb-complaint-registration', copies: 2 } });
    expect(said).toContainEqual({ type: 'personal.look', payload: { field: 'all', where: '打印投诉受理登记表' } });
  });

  it('H13: the print is a line of the order’s course, with the form’s article', async () => {
    const { desk } = await ends.signedIn();
    const { orderId } = await writeOrder(desk);
    await printed(desk, orderId, false);
    const { history } = await desk.orders.get({ id: orderId });
    expect(history.at(-1)).toMatchObject({ kind: 'printed', citation: { rule: 'H13' } });
    await untilStatus(desk, ({ state, unsent }) => state === 'synced' && unsent === 0);
    expect(ends.centre.taken.map(({ type }) => type)).toEqual(['order.forward', 'order.print']);
  });

  it('T2: a dispatcher, who may not see personal data, prints it masked', async () => {
    const { desk } = await ends.signedIn();
    const { orderId } = await writeOrder(desk);
    await untilStatus(desk, ({ state, unsent }) => state === 'synced' && unsent === 0);
    await desk.session.signOut();
    await desk.session.signIn({ jobNumber: '1201', password: 'right', takeOver: false });
    await untilStatus(desk, ({ state }) => state === 'synced');
    const wanted = { ...registration(orderId), copies: 1, as: 'paper' as const };
    expect((await failureFrom(desk.printing.issue({ ...wanted, clear: true }))).code).toBe('NOT_PERMITTED');
    expect(JSON.stringify(await desk.printing.issue({ ...wanted, clear: false }))).toContain('138****8000');
  });

  it('works while the centre cannot be reached', async () => {
    const { desk } = await ends.signedIn();
    const { orderId } = await writeOrder(desk);
    await ends.centre.down();
    await untilStatus(desk, ({ state }) => state === 'offline');
    expect((await printed(desk, orderId, false)).text).toContain('鹤壁市行政服务大厅投诉受理登记表');
  });

  it('refuses a form of another city', async () => {
    const { desk } = await ends.signedIn();
    const { orderId } = await writeOrder(desk);
    const said = await failureFrom(desk.printing.preview({ orderId, formId: 'zz-feedback', values: {} }));
    expect(said.code).toBe('FORM_UNKNOWN');
  });
});
