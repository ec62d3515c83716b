import { expect, it } from 'vitest';
import { CHANNEL_NAMES } from './channel.ts';
import { fixtureRequest } from './fixtures.ts';
import { requestSchema } from './order.ts';

it('Z6: a record holds name, address, telephone, who is complained of, time, means, wish, facts and evidence', () => {
  const said = {
    ...fixtureRequest(),
    caller: { name: '张三', phone: '13800005521', address: '市中区文化路 1 号' },
    accused: { unit: '不动产窗口', person: '刘某', unitId: null },
    occurredAt: '2026-11-20T01:30:00.000Z',
    channel: 'letter',
    wish: '请补办',
    content: '材料齐全却不受理',
    attachments: [
      {
        id: '019abcde-0000-7000-8000-000000000001',
        name: '回执.jpg',
        mime: 'image/jpeg',
        size: 10,
        sha256: 'a'.repeat(64),
      },
    ],
  };
  expect(requestSchema.parse(said)).toEqual(said);
  expect(CHANNEL_NAMES.letter).toBe('信函');
});
