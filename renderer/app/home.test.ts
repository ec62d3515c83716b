import { describe, expect, it } from 'vitest';
import { FIXTURE_UNIT, fixtureActor } from '../../shared/domain/fixtures.ts';
import type { RoleId } from '../../shared/domain/people.ts';
import { homeOf } from './home.ts';

function at(role: RoleId): string {
  const actor = fixtureActor(role);
  const ofUnit = role === 'handler' || role === 'unitLeader';
  return homeOf(ofUnit ? { ...actor, grants: { ...actor.grants, units: [FIXTURE_UNIT] } } : actor);
}

describe('after signing in', () => {
  it('everybody stands before their own work', () => {
    expect(at('operator')).toBe('desk');
    expect(at('shiftSupervisor')).toBe('desk');
    expect(at('dispatcher')).toBe('dispatching');
    expect(at('handler')).toBe('handling');
    expect(at('unitLeader')).toBe('handling');
    expect(at('overseer')).toBe('supervising');
    expect(at('followUpAgent')).toBe('followingUp');
    expect(at('qualityInspector')).toBe('inspecting');
    expect(at('leader')).toBe('instructing');
    expect(at('reviewer')).toBe('reviewing');
  });

  it('whoever has no work of that kind stands before what they may read', () => {
    expect(at('administrator')).toBe('orders');
    expect(at('knowledgeEditor')).toBe('knowledge');
  });
});
