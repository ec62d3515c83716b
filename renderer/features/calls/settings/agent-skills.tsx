import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { AgentSkill, CallSettings, SkillId } from '../../../../shared/domain/calls/settings.ts';
import type { AccountId } from '../../../../shared/domain/ids.ts';
import type { Author } from '../../../../shared/domain/people.ts';
import type { Failure } from '../../../../shared/failure.ts';
import { DataTable, type Column } from '../../../components/data-table.tsx';
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
const LEVELS = [
  { value: NONE, label: SETTINGS.noLevel as string },
  ...[1, 2, 3, 4, 5].map((value) => ({ value, label: String(value) })),
];

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
  const levelOf = (agent: Skilled, skill: SkillId): number =>
    (changed.get(agent.accountId) ?? agent.skills).find(({ skillId }) => skillId === skill)?.level ?? NONE;
  return (
    <section className="calls-settings-part" aria-label={SETTINGS.sections.agents}>
      <h2>{SETTINGS.sections.agents}</h2>
      <p className="faint">{SETTINGS.agentsHint}</p>
      {failure && <FailureNote failure={failure} />}
      <DataTable
        label={SETTINGS.sections.agents}
        className="data-table calls-table"
        rows={agents}
        keyOf={({ accountId }) => accountId}
        columns={[
          {
            head: SETTINGS.agent,
            kind: 'name',
            render: ({ name, jobNumber }) => (
              <>
                {name} <span className="faint num">{jobNumber}</span>
              </>
            ),
          },
          ...skills.map((skill): Column<Skilled> => ({
            key: skill.id,
            head: skill.name,
            render: (agent) => (
              <Select<number>
                className="calls-level"
                size="small"
                aria-label={`${agent.name} ${skill.name}`}
                value={levelOf(agent, skill.id)}
                options={LEVELS}
                onChange={(level) => void set(agent, skill.id, level)}
              />
            ),
          })),
        ]}
      />
    </section>
  );
}
