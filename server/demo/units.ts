import { unitIdSchema } from '../../shared/domain/ids.ts';
import type { Contact, Unit, UnitLevel } from '../../shared/domain/unit.ts';
import { HEBI } from './cities/hebi.ts';
import { inWordsOf, type DemoCity } from './city.ts';
import { personName } from './names.ts';
import { DEPARTMENTS } from './units/departments.ts';
import type { Reach } from './units/rows.ts';
import { SERVICES } from './units/services.ts';

/** The root of a city's tree. */
function rootOf({ key }: DemoCity): string {
  return `u-${key}`;
}

interface UnitRow {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly shortName: string;
  readonly level: UnitLevel;
  readonly duties: string;
  readonly section: string;
  readonly reach: Reach;
}

const MORNING = { from: 8 * 60 + 30, to: 12 * 60 };
const AFTERNOON = { from: 14 * 60 + 30, to: 18 * 60 };
const WHOLE_DAY = { from: 0, to: 24 * 60 };

/** The demo city's units: parents stand before their children. */
export function demoUnits(city: DemoCity = HEBI): Unit[] {
  return rows(city).map((row, index) => ({
    id: unitIdSchema.parse(row.id),
    parentId: row.parentId === null ? null : unitIdSchema.parse(row.parentId),
    name: inWordsOf(city, row.name),
    shortName: inWordsOf(city, row.shortName),
    level: row.level,
    duties: inWordsOf(city, row.duties),
    contacts: contactsOf(city, row, index),
    open: true,
    version: 1,
  }));
}

function rows(city: DemoCity): UnitRow[] {
  const root: UnitRow = {
    id: rootOf(city),
    parentId: null,
    name: `${city.name}人民政府`,
    shortName: '市政府',
    level: 'city',
    duties: '涉及多个部门、需要市政府研究的重大事项（由热线以工作专报呈报）',
    section: '总值班室',
    reach: 'roundTheClock',
  };
  const departments = [...DEPARTMENTS, ...SERVICES].map((department): UnitRow => ({
    ...department,
    parentId: root.id,
    level: 'department',
  }));
  const places = city.counties.flatMap((county): UnitRow[] => [
    {
      id: county.id,
      parentId: root.id,
      name: county.name,
      shortName: county.shortName,
      level: 'county',
      duties: county.duties,
      section: '热线办理中心',
      reach: 'roundTheClock',
    },
    ...county.townships.map(([key, name, about]): UnitRow => ({
      id: `${county.id}-${key}`,
      parentId: county.id,
      name: `${county.shortName}${name}`,
      shortName: name.replace(/办事处$|人民政府$/u, ''),
      level: 'township',
      duties: `${about}；本辖区的邻里纠纷、环境卫生、社区（村）服务、低保和救助初审`,
      section: '便民服务中心',
      reach: 'office',
    })),
  ]);
  return [root, ...departments, ...places];
}

/** Numbers from 555 0000 on belong to units; every number of the demo is fictitious. */
function contactsOf(city: DemoCity, row: UnitRow, index: number): Contact[] {
  const number = (offset: number): string => `${city.areaCode}-555${String(1000 + index * 10 + offset)}`;
  const liaison = { kind: 'liaison', name: `${row.section} ${personName(700 + index)}`, phone: number(1) } as const;
  const day: Contact[] = [
    { ...liaison, ...MORNING },
    { ...liaison, ...AFTERNOON },
  ];
  if (row.reach === 'officeOnly') return day;
  const shortName = inWordsOf(city, row.shortName);
  const name = row.reach === 'roundTheClock' ? `${shortName}24小时值班电话` : `${shortName}值班室`;
  return [...day, { kind: 'duty', name, phone: number(2), ...WHOLE_DAY }];
}
