import type { Pack } from '../pack.ts';

const cause = (item: string, id: string, name: string): Pack['liabilityFlags'][number] => ({
  id,
  name,
  rule: 'T18',
  article: `第二十九条第（${item}）项`,
  kind: 'cause',
});

/** Article 29: what may bring liability on a unit or its handler. */
export const TONGHUA_LIABILITY: Pack['liabilityFlags'] = [
  cause('一', 'T18-1', '接收不及时，延误办理'),
  cause('二', 'T18-2', '办理、反馈不真实，敷衍应付'),
  cause('三', 'T18-3', '退回重办或督办后仍不认真办理'),
  cause('四', 'T18-4', '推诿扯皮，久拖不结'),
  cause('五', 'T18-5', '吃拿卡要、不作为、乱作为'),
  { ...cause('六', 'T18-6', '第二次评价仍不满意，确属单位责任'), on: 'secondPoorRating' },
  cause('七', 'T18-7', '同一事项连续 3 个月以上被反复投诉举报'),
  cause('八', 'T18-8', '向被诉求人泄露诉求人信息或内容'),
  cause('九', 'T18-9', '其他应当追责的情形'),
];
