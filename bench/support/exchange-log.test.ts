import { describe, expect, it } from 'vitest';
import { callsIn, contestedIn, figuresIn, readLog } from './exchange-log.ts';

const LOG = `CHAN_START,1763800000.000000,c.1,c.1,13800000001,PJSIP/line-01,
ANSWER,1763800000.010000,c.1,c.1,13800000001,PJSIP/line-01,
CHAN_START,1763800002.000000,c.1-2,c.1-2,,PJSIP/8001-02,
HANGUP,1763800003.000000,c.1-2,c.1-2,8001,PJSIP/8001-02,"{""hangupcause"":19}"
CHAN_START,1763800004.000000,c.1-3,c.1-3,,PJSIP/8002-03,
ANSWER,1763800005.500000,c.1-3,c.1-3,8002,PJSIP/8002-03,
CHAN_START,1763800005.900000,c.6,c.6,13800000003,PJSIP/line-06,
CHAN_START,1763800005.910000,c.6-2,c.6-2,,PJSIP/8001-07,
ANSWER,1763800006.000000,c.6-2,c.6-2,8001,PJSIP/8001-07,
HANGUP,1763800006.000000,c.6,c.6,13800000003,PJSIP/line-06,
CHAN_START,1763800006.000000,c.4,c.4,13800000002,PJSIP/line-04,
HANGUP,1763800009.000000,c.1,c.1,13800000001,PJSIP/line-01,"{""hangupcause"":16}"
HANGUP,1763800026.250000,c.4,c.4,13800000002,PJSIP/line-04,"{""hangupcause"":16}"
CHAN_START,17638`;

describe('the exchange’s own log', () => {
  it('gives each caller with the operator who lifted the receiver, not the one who let it ring', () => {
    expect(callsIn(readLog(LOG))).toMatchObject([
      { id: 'c.1', number: '13800000001', startedMs: 1_763_800_000_000, servedMs: 1_763_800_005_500 },
      // Hung up as the receiver was lifted.
      { id: 'c.6', servedMs: null },
      { id: 'c.4', servedMs: null, endedMs: 1_763_800_026_250 },
    ]);
  });

  it('counts who hung up in the moment of being answered', () => {
    expect(contestedIn(readLog(LOG))).toBe(1);
  });

  it('counts who was answered and who gave up, with how long they had waited', () => {
    expect(figuresIn(callsIn(readLog(LOG)))).toEqual({
      offered: 3,
      answered: 1,
      abandoned: 2,
      within15: 1,
      answerWaitMs: 5500,
      abandonWaitMs: 10_175,
      longestWaitMs: 20_250,
    });
  });
});
