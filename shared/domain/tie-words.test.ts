import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordingOf } from './tie-words.ts';

const NOBODY = { name: '', phone: '', address: '' };

describe('H19: a caller’s words are kept without what tells who they are', () => {
  it.each([
    ['我叫王小明，想问公积金怎么提取', '我叫，想问公积金怎么提取'],
    ['我姓欧阳，医保卡丢了怎么补办', '我姓，医保卡丢了怎么补办'],
    ['姓名：张三丰，户口迁移要什么材料', '姓名，户口迁移要什么材料'],
    ['王女士反映小区停水', '女士反映小区停水'],
    ['张某某拖欠农民工工资', '拖欠农民工工资'],
    ['电话13803920101，问低保怎么申请', '电话，问低保怎么申请'],
    ['打 0392-331 6012 没人接，暖气不热', '打没人接，暖气不热'],
    ['身份证41060319900101123X过期了怎么换', '身份证过期了怎么换'],
    ['淇滨区12号楼3单元501室暖气不热', '淇滨区暖气不热'],
    ['人民路88号门口路灯不亮', '人民路门口路灯不亮'],
    ['三单元二零一室漏水找谁维修', '漏水找谁维修'],
    ['住5-2-301，楼上漏水找谁', '住，楼上漏水找谁'],
    ['豫F12345被贴条了在哪里申诉', '被贴条了在哪里申诉'],
    ['发到 someone@example.com 的发票没收到', '发到的发票没收到'],
  ])('%s', (said, kept) => {
    expect(wordingOf(said, NOBODY)?.replaceAll(' ', '')).toBe(kept);
  });

  it('takes out the caller’s own name, number and address wherever they stand', () => {
    const caller = { name: '林静', phone: '12345', address: '桃园小区东门' };
    expect(wordingOf('林静说桃园小区东门垃圾没人清运，回电12345', caller)).toBe('说垃圾没人清运，回电');
  });

  it.each(['坐2号线怎么去市民中心', '根据第3号令办理许可', '异地就医备案后能报销多少', '孩子上小学划片在哪里查'])(
    'leaves what is not personal: %s',
    (said) => {
      expect(wordingOf(said, NOBODY)).toBe(said);
    },
  );

  it('keeps nothing where nothing of use is left', () => {
    expect(wordingOf('我叫王小明', NOBODY)).toBeNull();
    expect(wordingOf('13803920101', NOBODY)).toBeNull();
  });

  it('never keeps five digits in a row', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789公积金提取电话 -，'.split('')), maxLength: 60 }),
        (said) => {
          expect(wordingOf(said, NOBODY) ?? '').not.toMatch(/\d{5}/u);
        },
      ),
    );
  });
});
