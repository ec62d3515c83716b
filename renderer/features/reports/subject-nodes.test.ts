import { expect, it } from 'vitest';
import { nodesOf } from './subject-nodes.ts';

it('makes one node of each name at each level', () => {
  const nodes = nodesOf([
    { path: ['住房', '公积金', '提取'] },
    { path: ['住房', '公积金', '贷款'] },
    { path: ['交通', '公交', '线路'] },
  ]);
  expect(nodes.map(({ label }) => label)).toEqual(['住房', '交通']);
  expect(nodes[0]?.children?.[0]?.children?.map(({ label }) => label)).toEqual(['提取', '贷款']);
});
