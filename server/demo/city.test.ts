import { describe, expect, it } from 'vitest';
import { roleIdSchema } from '../../shared/domain/people.ts';
import { subjectSchema } from '../../shared/domain/subject.ts';
import { unitSchema } from '../../shared/domain/unit.ts';
import { demoAccounts } from './accounts.ts';
import { callerOf, CALLER_COUNT, demoCallerNumbers } from './callers.ts';
import { demoSubjects } from './subjects.ts';
import { demoUnits } from './units.ts';

const FICTITIOUS_CALLER = /^(?:1990000\d{4}|1880000\d{4}|0392-555[5-9]\d{3})$/u;
const FICTITIOUS_UNIT = /^0392-555[0-4]\d{3}$/u;

describe('the demo units', () => {
  const units = demoUnits();

  it('form one tree under the city, parents before children', () => {
    const seen = new Set<string>();
    for (const unit of units) {
      unitSchema.parse(unit);
      expect(seen.has(unit.id)).toBe(false);
      expect(unit.parentId === null || seen.has(unit.parentId)).toBe(true);
      seen.add(unit.id);
    }
    expect(units.filter(({ parentId }) => parentId === null).map(({ level }) => level)).toEqual(['city']);
  });

  it('hold at least 45 departments, the eight counties and zones, and dozens of townships', () => {
    const count = (level: string): number => units.filter((unit) => unit.level === level).length;
    expect(count('department')).toBeGreaterThanOrEqual(45);
    expect(count('county')).toBe(8);
    expect(count('township')).toBeGreaterThanOrEqual(36);
  });

  it('can each be reached in office hours, at numbers that are nobody\u2019s and only their own', () => {
    const owners = new Map<string, string>();
    for (const { id, contacts } of units) {
      expect(contacts.some(({ kind }) => kind === 'liaison')).toBe(true);
      for (const { phone } of contacts) {
        expect(phone).toMatch(FICTITIOUS_UNIT);
        expect(owners.get(phone) ?? id).toBe(id);
        owners.set(phone, id);
      }
    }
  });
});

describe('the demo subjects', () => {
  const subjects = demoSubjects();

  it('are about 250 leaves, each once, under units that exist', () => {
    const units = new Set<string>(demoUnits().map(({ id }) => id));
    for (const subject of subjects) {
      subjectSchema.parse(subject);
      expect(subject.unitId === null || units.has(subject.unitId)).toBe(true);
      expect(subject.words.length).toBeGreaterThanOrEqual(2);
    }
    expect(subjects.length).toBeGreaterThanOrEqual(250);
    expect(new Set(subjects.map(({ id }) => id)).size).toBe(subjects.length);
    expect(new Set(subjects.map(({ path }) => path.join('>'))).size).toBe(subjects.length);
  });
});

describe('the demo accounts', () => {
  const accounts = demoAccounts();

  it('give at least two people to every role', () => {
    for (const role of roleIdSchema.options) {
      expect(accounts.filter(({ roles }) => roles.includes(role)).length).toBeGreaterThanOrEqual(2);
    }
  });

  it('have ids, job numbers and names of their own', () => {
    for (const key of ['id', 'jobNumber', 'name'] as const) {
      expect(new Set(accounts.map((account) => account[key])).size).toBe(accounts.length);
    }
  });

  it('tie handlers and leaders to a unit that exists, and leave the centre\u2019s staff free', () => {
    const units = new Set<string>(demoUnits().map(({ id }) => id));
    for (const { unitId, roles } of accounts) {
      const ofUnit = roles.includes('handler') || roles.includes('unitLeader');
      expect(unitId !== null && units.has(unitId)).toBe(ofUnit);
    }
  });
});

describe('the demo callers', () => {
  it('all have numbers that can belong to nobody, and none shares one', () => {
    const phones = Array.from({ length: CALLER_COUNT }, (_, index) => callerOf(index).phone);
    expect(phones.filter((phone) => !FICTITIOUS_CALLER.test(phone))).toEqual([]);
    expect(new Set(phones).size).toBe(CALLER_COUNT);
  });

  it('ring from numbers that have called before', () => {
    expect(demoCallerNumbers()).toContain(callerOf(0).phone);
    expect(demoCallerNumbers().length).toBeGreaterThanOrEqual(200);
  });
});
