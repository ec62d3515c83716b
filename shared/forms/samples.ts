import { fixtureActor, fixtureOrderId, fixtureRequest } from '../domain/fixtures.ts';
import { unitIdSchema } from '../domain/ids.ts';
import { EMPTY_LIFE, type Life } from '../domain/life.ts';
import { orderSchema, type HistoryEntry, type Order, type Request } from '../domain/order.ts';
import { instantSchema, type Instant } from '../instant.ts';
import { packOf } from '../policy/packs.ts';
import { fieldsOf, type Field } from './blocks.ts';
import { formsFor } from './catalogue.ts';
import { fillForm } from './draw.ts';
import type { Facts, FormDefinition, FormId, HandValues } from './facts.ts';

/** Orders with a whole life, for the tests of printed forms; nothing of the program imports this. */

export const UNIT = unitIdSchema.parse('u-window');
export const ASSISTANT = unitIdSchema.parse('u-helper');

const UNITS: Facts['units'] = [
  {
    id: UNIT,
    name: '市不动产登记中心',
    contacts: [{ kind: 'liaison', name: '孙联络', phone: '0600-1234567', from: 510, to: 1050 }],
  },
  { id: ASSISTANT, name: '市税务局', contacts: [] },
];

/** Beijing time, `2026-11-03 09:20`. */
export function at(said: string): Instant {
  return instantSchema.parse(new Date(`${said.replace(' ', 'T')}:00+08:00`).toISOString());
}

export function by(name: string): Order['createdBy'] {
  const { accountId, jobNumber } = fixtureActor('handler', '2001');
  return { accountId, jobNumber, name };
}

const TYPED = { kind: 'typed', seal: 'a'.repeat(64) } as const;
const DRAWN = 'M 10 40 Q 30 5 50 38 L 70 20 C 80 10 95 60 120 30 L 140 44';

/** What a unit, a leader, an overseer and a follow-up agent wrote on it. */
const WHOLE_LIFE: Life = {
  ...EMPTY_LIFE,
  dispatchedAt: at('2026-11-03 10:05'),
  signed: { at: at('2026-11-03 10:40'), by: by('李承办') },
  assistants: [
    {
      unitId: ASSISTANT,
      task: '核对税款',
      due: null,
      askedAt: at('2026-11-03 10:05'),
      askedBy: null,
      answer: null,
    },
  ],
  extensions: [
    {
      at: at('2026-11-04 16:00'),
      by: by('李承办'),
      reason: '需要调取窗口监控并向当事工作人员核实，情由复杂。',
      days: 2,
      signature: { ...TYPED, at: at('2026-11-04 16:30'), by: by('王分管'), mark: '王分管' },
      decision: { at: at('2026-11-05 09:00'), by: by('赵主任'), agreed: true, reason: '请按时办结。', days: 2 },
    },
  ],
  replies: [
    {
      at: at('2026-11-06 15:10'),
      by: by('李承办'),
      how: 'written',
      reached: true,
      text: '您反映的窗口要求重复提交材料一事属实，我单位已向您致歉并当场收件。',
      adoption: null,
    },
  ],
  result: {
    at: at('2026-11-06 15:30'),
    by: by('李承办'),
    text: '当事工作人员未按一次性告知制度说明所需材料，致使群众往返两次。',
    finding: 'proven',
    measures: '对当事人批评教育，窗口公示材料清单，安排专人复核。',
    review: {
      at: at('2026-11-06 16:00'),
      by: by('王分管'),
      approved: true,
      reason: '',
      signature: { kind: 'drawn', seal: 'b'.repeat(64), at: at('2026-11-06 16:00'), by: by('王分管'), mark: DRAWN },
    },
  },
  supervisions: [
    {
      at: at('2026-11-05 10:00'),
      by: by('钱督办'),
      trigger: 'overdue',
      form: 'written',
      text: '该件已临近期限，请于 2 日内报送办理进展。',
      answer: { at: at('2026-11-05 17:00'), by: by('李承办'), text: '已约谈窗口负责人，明日答复诉求人。' },
    },
  ],
  meetings: [
    {
      at: at('2026-11-05 11:00'),
      by: by('赵主任'),
      heldAt: at('2026-11-05 09:30'),
      attendees: '市不动产登记中心、市税务局',
      text: '由市不动产登记中心牵头，三日内答复。',
    },
  ],
  submission: {
    at: at('2026-11-04 09:00'),
    by: by('周派单'),
    to: '市政府分管领导',
    report: '该事项涉及登记与税务两家单位，收件标准不一，群众多次往返，单靠承办单位难以解决。',
    instruction: {
      at: at('2026-11-04 11:00'),
      by: by('郑市长'),
      text: '请两家单位当日统一收件标准，并向群众说明。',
      signature: { ...TYPED, at: at('2026-11-04 11:00'), by: by('郑市长'), mark: '郑市长' },
    },
  },
  followUps: [
    {
      at: at('2026-11-09 10:00'),
      by: by('吴回访'),
      reached: true,
      rating: 'satisfied',
      reasonable: null,
      note: '诉求人表示材料已受理。',
      call: null,
    },
  ],
  liability: [{ at: at('2026-11-09 11:00'), by: by('钱督办'), flagId: 'x', name: '通报批评', unitId: UNIT, text: '' }],
};

export interface Sample {
  readonly city: string;
  readonly request?: Partial<Request>;
  readonly life?: Partial<Life>;
  readonly order?: Partial<Order>;
}

/** One complaint about a window, told in the given city's way. */
export function sampleFacts({ city, request, life, order }: Sample): Facts {
  const pack = packOf(city);
  const sample = orderSchema.parse({
    id: fixtureOrderId(1),
    number: `${pack.numberPrefix}2611-000431`,
    provisionalNumber: '待编-7K2M-0001',
    version: 7,
    state: 'closed',
    mode: 'forward',
    request: fixtureRequest({
      content: '十一月三日上午在三楼窗口办理过户，工作人员两次要求补交材料，没有一次讲清，态度生硬。',
      wish: '请说明所需材料并道歉。',
      caller: { name: '张三丰', phone: '19900005521', address: '黎阳路一号' },
      accused: { unit: '不动产登记 12 号窗口', person: '刘某', unitId: null },
      ...request,
    }),
    call: null,
    answer: null,
    articlesRead: [],
    directAttempts: [],
    unitId: UNIT,
    deadline: {
      due: at('2026-11-07 00:00'),
      rule: 'Z8',
      article: '第十八条第（三）项',
      from: 'received',
      startedAt: at('2026-11-03 09:20'),
      limit: '3wd',
      pack: pack.city,
      packVersion: pack.version,
      provisional: false,
      statutory: null,
      also: [],
    },
    refusal: null,
    urges: 1,
    life: { ...WHOLE_LIFE, ...life },
    createdBy: by('陈接诉'),
    createdAt: at('2026-11-03 09:20'),
    updatedAt: at('2026-11-09 11:00'),
    closedAt: at('2026-11-09 10:05'),
    ...order,
  });
  const line = (kind: HistoryEntry['kind'], name: string, text: string): HistoryEntry => ({
    at: at('2026-11-03 10:05'),
    by: by(name),
    kind,
    text,
    citation: null,
  });
  const history = [
    line('dispatched', '周派单', '请核实窗口告知情况，依法处理。'),
    line('urged', '陈接诉', '群众再次来电，请尽快办理。'),
  ];
  return {
    record: { order: sample, history },
    pack,
    units: UNITS,
    subjectPath: ['住房保障', '不动产登记', '过户'],
    by: '周派单',
    nowMs: Date.parse('2026-11-10T10:00:00+08:00'),
  };
}

/** A ground of the city's own, as a refused order carries it. */
export function refusedBy(city: string, index: number): NonNullable<Order['refusal']> {
  const ground = packOf(city).refusalGrounds[index];
  if (!ground) throw new RangeError(`${city} has no ground ${index}`);
  const { id: groundId, rule, article, sentence } = ground;
  return { groundId, citation: { rule, article }, sentence, written: true };
}

/** A form of the city as the centre's dispatcher may print it, by its id. */
export function formOf(city: string, id: FormId): FormDefinition {
  const found = formsFor(packOf(city), fixtureActor('dispatcher')).find(({ form }) => form.id === id);
  if (!found) throw new RangeError(`${city} has no form ${id}`);
  return found.form;
}

/** The labelled values of a filled form, in the order in which they stand on the sheet. */
export function filledFields(id: FormId, sample: Sample, values: HandValues = {}, masked = false): Field[] {
  const form = formOf(sample.city, id);
  return fieldsOf(fillForm({ form, facts: sampleFacts(sample), masked, values }));
}
