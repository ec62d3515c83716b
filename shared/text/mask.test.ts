import { expect, it } from 'vitest';
import { maskAddress, maskName, maskPhone } from './mask.ts';

it('a mobile number keeps three digits in front and four behind', () => {
  expect(maskPhone('13812345521')).toBe('138****5521');
});

it('a landline keeps its area code and two digits', () => {
  expect(maskPhone('03925551234')).toBe('039****1234');
  expect(maskPhone('5551234')).toBe('5****34');
});

it('a service number is nobody’s own', () => {
  expect(maskPhone('12315')).toBe('12315');
});

it('a name keeps its first character, however short', () => {
  expect(maskName('张三')).toBe('张*');
  expect(maskName('欧阳修文')).toBe('欧***');
  expect(maskName('李')).toBe('李*');
  expect(maskName('')).toBe('');
});

it('an address keeps district and the road’s beginning', () => {
  expect(maskAddress('淇滨区黎阳路123号3单元')).toBe('淇滨区黎阳路****');
  expect(maskAddress('淇滨区')).toBe('淇滨区');
});
