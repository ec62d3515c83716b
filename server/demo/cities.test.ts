import { describe, expect, it } from 'vitest';
import { historyEntrySchema, orderSchema } from '../../shared/domain/order.ts';
import { everyPack } from '../../shared/policy/packs.ts';
import { demoAccounts } from './accounts.ts';
import { demoArticles } from './articles.ts';
import { demoCity } from './cities.ts';
import { demoOrders } from './orders.ts';
import { demoSubjects } from './subjects.ts';
import { demoUnits } from './units.ts';

const NOW = Date.parse('2026-11-21T06:00:00.000Z');

describe.each(everyPack().map(({ city }) => demoCity(city)))('the demo of $name', (city) => {
  const units = demoUnits(city);
  const ids = new Set<string>(units.map(({ id }) => id));

  it('has one tree of units, and people, subjects and articles that belong to them', () => {
    expect(ids.size).toBe(units.length);
    expect(units.filter(({ parentId }) => parentId === null).map(({ name }) => name)).toEqual([`${city.name}人民政府`]);
    const named = [demoAccounts(city), demoSubjects(city), demoArticles(city)].flatMap((list) =>
      list.map(({ unitId }) => unitId),
    );
    expect(named.filter((unitId) => unitId !== null && !ids.has(unitId))).toEqual([]);
  });

  it('is not told in the words of the city that the tables were written for', () => {
    const told = JSON.stringify([units, demoSubjects(city), demoArticles(city)]);
    expect(told.includes('鹤壁')).toBe(city.key === 'hebi');
    expect(told).toContain(city.name.replace(/市$/u, ''));
  });

  it('has orders under its own rules, from units and people of its own', () => {
    const past = [...demoOrders(7, NOW, 600, city)];
    for (const { order, history } of past) {
      orderSchema.parse(order);
      for (const entry of history) historyEntrySchema.parse(entry);
      expect(order.number).toMatch(new RegExp(`^${everyPack().find((pack) => pack.city === city.key)?.numberPrefix}`));
      expect(order.deadline?.pack ?? city.key).toBe(city.key);
      expect(order.unitId === null || ids.has(order.unitId)).toBe(true);
    }
    const states = new Set(past.map(({ order }) => order.state));
    expect([...states]).toEqual(expect.arrayContaining(['accepted', 'handling', 'closed', 'archived']));
  });
});
