import { describe, expect, it } from 'vitest';
import { withoutPerson } from './personal.ts';

describe('a text is read without whoever it is about', () => {
  it('H19: name, telephone, address and the person complained of are taken out', () => {
    const request = {
      caller: { name: '王建国', phone: '13803920201', address: '朝阳街3号楼' },
      accused: { unit: '', person: '李四海', unitId: null },
    };
    const text = '王建国住朝阳街3号楼，电话13803920201，反映窗口李四海态度差，张先生和姓刘的女士也在场';
    const left = withoutPerson(text, request);
    expect(left).not.toMatch(/王建国|李四海|1380|朝阳街3|张先生|刘的女士/u);
    expect(left).toContain('态度差');
  });
});
