import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** The command through its own door, as npm runs it. */
function policy(...args: readonly string[]): { code: number | null; out: string; err: string } {
  return policyReading('', ...args);
}

function policyReading(input: string, ...args: readonly string[]): { code: number | null; out: string; err: string } {
  const door = fileURLToPath(new URL('run.mjs', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [door, 'policy', ...args], {
    encoding: 'utf8',
    input,
    maxBuffer: 1 << 26,
  });
  return { code: status, out: stdout, err: stderr };
}

const ASKED = {
  city: 'tonghua',
  channel: 'hotline',
  category: 'complaint',
  complexity: 'clear',
  units: 1,
  mode: 'forward',
  urgency: 'general',
  start: '2026-09-30T16:00:00+08:00',
};

describe('the policy command', () => {
  it('T8: prints a deadline as one line of JSON, and a list for a list', () => {
    const { code, out, err } = policy('due', JSON.stringify([ASKED]));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.trimEnd()).not.toContain('\n');
    expect(JSON.parse(out)).toMatchObject([{ due: '2026-10-14T00:00:00+08:00', rule: 'T8', limit: '5wd' }]);
  });

  it('reads a list too long for a command line from its standard input', () => {
    const { code, out } = policyReading(JSON.stringify(Array.from({ length: 5000 }, () => ASKED)), 'due', '-');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toHaveLength(5000);
  });

  it('exits 2 for a wrong input, with the field and what it may hold, and prints no answer', () => {
    const { code, out, err } = policy('due', JSON.stringify({ ...ASKED, urgency: 'x' }));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('字段 urgency 的值 "x" 不对；允许的值：general | urgent');
  });

  it('lists the packs', () => {
    const { code, out } = policy('packs');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      { city: 'jilin' },
      { city: 'hebi' },
      { city: 'tonghua' },
      { city: 'ankang' },
      { city: 'zaozhuang' },
    ]);
  });

  it('explains a rule with the places that keep it', () => {
    const { code, out } = policy('explain', 'T9');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      rule: 'T9',
      cityName: '通化市',
      article: '第十六条',
      keptBy: expect.arrayContaining([
        expect.objectContaining({ part: 'limits', id: 'T9-ask' }),
        expect.objectContaining({ part: 'acts', id: 'requestExtension' }),
        expect.objectContaining({ part: 'extensions' }),
      ]) as unknown,
    });
  });

  it.each([
    [['explain', 'Q9'], '没有规则 Q9'],
    [['explain'], '缺少规则编号'],
    [['due'], '缺少 JSON 参数'],
    [['what'], '不认识的命令 what'],
    [[], '不认识的命令'],
    [['packs', 'x'], '不带参数'],
    [['due', '{}', 'x'], '多余的参数'],
  ])('exits 2 with a hint: %j', (args, said) => {
    const { code, err } = policy(...args);
    expect(code).toBe(2);
    expect(err).toContain(said);
  });
});
