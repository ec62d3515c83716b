import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, scratch, type Scratch } from './desk-for-tests.ts';
import { migrate, shapeOf, type Migration } from './migrate.ts';
import { openWritable } from './open.ts';
import type { WritableDb } from './sqlite.ts';

const first: Migration = { name: 'first', sql: 'CREATE TABLE one (a INTEGER)' };
const second: Migration = { name: 'second', sql: 'CREATE TABLE two (a INTEGER); INSERT INTO two VALUES (2)' };
const broken: Migration = { name: 'broken', sql: 'CREATE TABLE three (a INTEGER); INSERT INTO nowhere VALUES (1)' };

let files: Scratch;
let db: WritableDb;

beforeEach(() => {
  files = scratch();
  db = openWritable(files.place('m.db'), { durability: 'full', migrations: [], check: false });
});

afterEach(() => {
  db.close();
  files.remove();
});

describe('migrating', () => {
  it('takes each step once, in order', () => {
    migrate(db, [first]);
    migrate(db, [first, second]);
    migrate(db, [first, second]);
    expect(shapeOf(db)).toBe(2);
    expect(db.all('SELECT a FROM two')).toEqual([{ a: 2 }]);
  });

  it('leaves the database at the last whole step where one breaks', () => {
    expect(() => migrate(db, [first, broken])).toThrow('nowhere');
    expect(shapeOf(db)).toBe(1);
    expect(db.all("SELECT name FROM sqlite_schema WHERE name = 'three'")).toEqual([]);
  });

  it('refuses a database from the future', () => {
    migrate(db, [first, second]);
    expect(codeOf(() => migrate(db, [first]))).toBe('STORE_FROM_FUTURE');
  });
});
