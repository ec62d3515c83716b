import type { Contact, Unit } from '../../../shared/domain/unit.ts';
import type { DemoCity } from '../city.ts';
import { demoUnits } from '../units.ts';
import type { ArticleRow } from './table.ts';

const CHECKED_ON = '2026-11-12';

/** One contact page per unit, made from the directory itself so that the two can't disagree. */
export function contactRows(city: DemoCity): ArticleRow[] {
  const units = demoUnits(city);
  const nameOf = new Map(units.map(({ id, name }) => [id, name]));
  return units
    .filter(({ level }) => level !== 'city')
    .map((unit) => ({
      key: `dh-${unit.id.slice(2)}`,
      kind: 'contact',
      title: `${unit.name}：职责与联系方式`,
      unit: unit.id,
      subject: null,
      asked: questions(unit),
      source: '市12345热线网络单位通讯录',
      checkedOn: CHECKED_ON,
      body: body(unit, unit.parentId === null ? null : (nameOf.get(unit.parentId) ?? null)),
    }));
}

function questions({ shortName, duties }: Unit): string[] {
  const matters = duties
    .split(/[、；，]/u)
    .slice(0, 2)
    .map((duty) => `${duty}找谁`);
  return [`${shortName}电话是多少`, ...matters];
}

function body({ name, shortName, level, duties, contacts }: Unit, parent: string | null): string {
  const duty = contacts.find(({ kind }) => kind === 'duty');
  const liaisons = contacts.filter(({ kind }) => kind === 'liaison');
  return [
    `${name}受理：${duties}。`,
    ['# 三方通话（直办）', ...liaisons.map(line)].join('\n'),
    ['# 非工作时间', duty ? line(duty) : '- 没有值班电话：记录后转办，工作日由对方联系来电人'].join('\n'),
    [
      '# 座席注意',
      level === 'township'
        ? `- 上级为${parent ?? '市政府'}；村（社区）能解决的先请${shortName}联系`
        : '- 县区能办的属地优先；涉及多个部门的注明已问过谁、怎么答复的',
      '- 以上号码供热线转接，不向来电人公布个人姓名',
    ].join('\n'),
  ].join('\n\n');
}

function line({ name, phone, from, to }: Contact): string {
  const hours = from === 0 && to === 1440 ? '全天' : `${clock(from)}—${clock(to)}`;
  return `- ${hours} ${name} ${phone}`;
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
