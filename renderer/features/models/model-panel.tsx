import { useState, type ReactNode } from 'react';
import { useSubjectList, useUnits } from '../../data/directory.ts';
import type { ModelsOverview } from '../../../shared/contract/models.ts';
import { modelKindSchema, type ModelKind } from '../../../shared/domain/model.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { ListSkeleton } from '../../components/skeletons.tsx';
import { useDeed } from '../../data/use-deed.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { TrainingList } from './training-list.tsx';
import { KINDS, TEXT } from './text.ts';
import './models.css';

/** 建议模型: what desks suggest by, how good it is, and which training is in use. For whoever manages the settings. */
export function ModelPanel(): ReactNode {
  const [changed, setChanged] = useState<ModelsOverview | null>(null);
  const { busy, failure: refused, act } = useDeed();
  const { data, failure } = useDeskQuery({
    key: ['models'],
    tables: ['models'],
    run: (client) => client.models.list(),
  });
  const { data: subjects = [] } = useSubjectList();
  const units = useUnits();
  const overview = changed ?? data;

  const use = (kind: ModelKind, trained: number | null): Promise<boolean> =>
    act(async ({ models }) => setChanged(await models.use({ kind, trained })));

  const nameOf = (label: string): string =>
    subjects.find(({ id }) => id === label)?.path.join(' › ') ?? units.find(({ id }) => id === label)?.name ?? label;

  return (
    <section className="panel settings-section models" aria-label={TEXT.title}>
      <h2 className="panel-title">{TEXT.title}</h2>
      <div className="settings-body">
        <p className="muted">{TEXT.intro}</p>
        {refused && <FailureNote failure={refused} />}
        {failure && !overview && <FailureNote failure={failure} />}
        {!overview && !failure && <ListSkeleton />}
        {overview?.trainings.length === 0 && <p className="models-none">{TEXT.howTo}</p>}
        {overview &&
          overview.trainings.length > 0 &&
          modelKindSchema.options.map((kind) => (
            <section key={kind} aria-label={KINDS[kind]}>
              <div className="models-head">
                <h3>{KINDS[kind]}</h3>
                <Taken overview={overview} kind={kind} />
              </div>
              <TrainingList
                kind={kind}
                trainings={overview.trainings.filter((training) => training.kind === kind)}
                nameOf={nameOf}
                busy={busy}
                onUse={(trained) => void use(kind, trained)}
              />
            </section>
          ))}
      </div>
    </section>
  );
}

function Taken({ overview, kind }: { overview: ModelsOverview; kind: ModelKind }): ReactNode {
  const taken = overview.taken.find((one) => one.kind === kind);
  return taken && <span className="faint num">{TEXT.taken(taken.accepted, taken.otherwise)}</span>;
}
