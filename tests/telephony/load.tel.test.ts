import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from './support/eventually.ts';
import { startTestExchange, type TestExchange } from './support/hall-of-phones.ts';
import { hireOperator, startRealShift, type Operator, type RealShift } from './support/shift.ts';

const CALLS = 30;
const TALK_MS = 15_000;
const FIRST_HERTZ = 500;
const STEP_HERTZ = 40;

let exchange: TestExchange;
let operators: Operator[];
let shift: RealShift;

beforeAll(async () => {
  exchange = await startTestExchange();
  operators = [];
  for (let place = 1; place <= CALLS; place += 1)
    operators.push(await hireOperator(exchange, place, FIRST_HERTZ + place * STEP_HERTZ));
  shift = await startRealShift(exchange, operators);
  await shift.signInReady(...operators);
});
afterAll(async () => {
  await shift.stop();
  await exchange.stop();
});

/** Callers by sipp, who send back whatever they hear. @returns what sipp ended with */
function callers(): Promise<{ code: number | null; output: string }> {
  const { host, port } = exchange.asterisk.sip;
  const args = ['-sn', 'uac', '-s', '12345', '-m', String(CALLS), '-r', '10', '-d', String(TALK_MS), '-rtp_echo'];
  return new Promise((resolve, reject) => {
    const child = spawn('sipp', [...args, '-i', host, '-nostdin', `${host}:${port}`], { cwd: '/tmp' });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

describe('thirty callers at once', () => {
  it('are all answered, each hears one operator and no other, and every call is counted once', async () => {
    const finished = callers();
    const tones = operators.map((_, index) => FIRST_HERTZ + (index + 1) * STEP_HERTZ);
    // What comes back to an operator is their own voice alone: sound goes both ways, and nobody is in another's call.
    await eventually(() => {
      for (const [index, { phone }] of operators.entries()) {
        const line = phone.lines().find((each) => each.state() === 'up');
        expect(line?.sound.heard(tones)).toEqual([tones[index]]);
      }
    }, 14_000);
    expect(await finished).toMatchObject({ code: 0 });
    await eventually(() => expect(shift.records).toHaveLength(CALLS));
    expect(new Set(shift.records.map(({ callId }) => callId)).size).toBe(CALLS);
    expect(new Set(shift.records.map(({ agentId }) => agentId)).size).toBe(CALLS);
    expect(shift.records.every(({ outcome, endedAt }) => outcome === 'answered' && endedAt !== null)).toBe(true);
  }, 60_000);
});
