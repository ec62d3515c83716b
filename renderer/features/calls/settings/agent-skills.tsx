import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { AgentSkill, CallSettings, SkillId } from '../../../../shared/domain/calls/settings.ts';
import type { AccountId } from '../../../../shared/domain/ids.ts';
import type { Author } from '../../../../shared/domain/people.ts';
import type { Failure } from '../../../../shared/failure.ts';
import { FailureNote } from '../../../components/failure-note.tsx';
import { failureOf } from '../../../data/failure-of.ts';
import { useDesk } from '../../../data/use-desk.ts';
import { SETTINGS } from '../text.ts';

interface Skilled extends Author {
  readonly skills: readonly AgentSkill[];
}

export interface AgentSkillsProps {
  readonly agents: readonly Skilled[];
  readonly skills: CallSettings['skills'];
  readonly onSaved: () => void;
}

const NONE = 0;

/** What each operator can do, and how well; kept at once. */
export function AgentSkills({ agents, skills, onSaved }: AgentSkillsProps): ReactNode {
  const desk = useDesk();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [changed, setChanged] = useState<ReadonlyMap<AccountId, readonly AgentSkill[]>>(new Map());

  const set = async (agent: Skilled, skillId: SkillId, level: number): Promise<void> => {
    const others = (changed.get(agent.accountId) ?? agent.skills).filter((one) => one.skillId !== skillId);
    const next = level === NONE ? others : [...others, { skillId, level }];
    setChanged(new Map([...changed, [agent.accountId, next]]));
    setFailure(null);
    try {
      await desk.calls.setSkills({ accountId: agent.accountId, skills: [...next] });
      onSaved();
    } catch (error) {
      setChanged(new Map([...changed].filter(([id]) => id !== agent.accountId)));
      setFailure(failureOf(error));
    }
  };
  return (
    <section className="calls-settings-part" aria-label={SETTINGS.sections.agents}>
      <h2>{SETTINGS.sections.agents}</h2>
      <p className="faint">{SETTINGS.agentsHint}</p>
      {failure && <FailureNote failure={failure} />}
      <table className="calls-table" aria-label={SETTINGS.sections.agents}>
        <thead>
          <tr>
            <th scope="col">{SETTINGS.agent}</th>
            {skills.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {agents.map((agent) => {
            const own = changed.get(agent.accountId) ?? agent.skills;
            return (
              <tr key={agent.accountId}>
                <th scope="row">
                  {agent.name} <span className="faint num">{agent.jobNumber}</span>
                </th>
                {skills.map(({ id, name }) => (
                  <td key={id}>
                    <Select<number>
                      className="calls-level"
                      size="small"
                      aria-label={`${agent.name} ${name}`}
                      value={own.find(({ skillId }) => skillId === id)?.level ?? NONE}
                      options={[
                        { value: NONE, label: SETTINGS.noLevel },
                        ...[1, 2, 3, 4, 5].map((value) => ({ value, label: value })),
                      ]}
                      onChange={(level) => void set(agent, id, level)}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
