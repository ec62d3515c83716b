import { describe, expect, it } from 'vitest';
import { contactNow, type Contact } from './unit.ts';

const liaison: Contact = { kind: 'liaison', name: '李联络', phone: '03923360001', from: 510, to: 1050 };
const duty: Contact = { kind: 'duty', name: '值班室', phone: '03923360002', from: 0, to: 1440 };

describe('whom to ring at a unit', () => {
  it('T4: the liaison in working hours, for a three-way call', () => {
    expect(contactNow({ contacts: [duty, liaison] }, 600, true)).toBe(liaison);
  });

  it('T4: the duty number at night and on holidays', () => {
    expect(contactNow({ contacts: [liaison, duty] }, 1100, true)).toBe(duty);
    expect(contactNow({ contacts: [liaison, duty] }, 600, false)).toBe(duty);
  });

  it('T4: nobody where the unit keeps no number for the hour', () => {
    expect(contactNow({ contacts: [liaison] }, 1050, true)).toBeNull();
    expect(contactNow({ contacts: [] }, 600, true)).toBeNull();
  });
});
