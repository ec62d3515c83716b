import { Cascader } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useSubjectList } from '../../../data/directory.ts';
import { CLEARABLE } from '../../../components/clearable.tsx';
import { useKey } from '../../../keys/keys.ts';
import type { SuggestionOutcome } from '../../../../shared/domain/model.ts';
import { subjectIdSchema } from '../../../../shared/domain/ids.ts';
import { useDraftActions, useEntry } from '../drafts.tsx';
import { focusField } from '../focus.ts';
import { useJudge } from '../hints.ts';
import { useInsights } from '../insights.tsx';
import { isDeclined } from '../model/offers.ts';
import { matchesSubject, pathTo, subjectTree, type SubjectOption } from '../model/subjects.ts';
import { DRAFT } from '../text.ts';
import { Field } from './field.tsx';
import { Suggestion } from './suggestion.tsx';

/** 事项: a cascade of three levels, searchable by everyday words, with the likeliest one a key away. */
export function SubjectField({ active }: { active: boolean }): ReactNode {
  const { edit } = useDraftActions();
  const subjectId = useEntry(({ form }) => form.subjectId);
  const panelOpen = useEntry(({ view }) => view.panel === 'forward' || view.panel === 'direct');
  const unitChosen = useEntry(({ form }) => form.unitId !== null);
  const { data: subjects } = useSubjectList();
  const options = useMemo(() => subjectTree(subjects ?? []), [subjects]);
  const view = useEntry((entry) => entry.view);
  const judge = useJudge();
  const best = useInsights().subjects.find(({ subject }) => !isDeclined(view, 'subject', subject.id));
  const suggested = best && best.subject.id !== subjectId ? best : null;
  const judged = (outcome: SuggestionOutcome['outcome']): void => {
    if (!suggested) return;
    const { subject, confidence } = suggested;
    judge({ kind: 'subject', offered: subject.id, confidence, outcome }, subject.id);
  };

  const accept = (): void => {
    if (!suggested) return;
    edit({ subjectId: suggested.subject.id }, 'subject');
    judged('accepted');
  };
  const reject = (): void => judged('rejected');
  useKey('subject', () => focusField('subject'), active);
  // With a unit still to choose, the key belongs to the suggested unit.
  useKey('acceptSuggestion', accept, active && suggested !== null && (!panelOpen || unitChosen));
  useKey('rejectSuggestion', reject, active && suggested !== null && (!panelOpen || unitChosen));

  return (
    <Field
      name="subject"
      action="subject"
      aside={
        suggested && (
          <Suggestion
            label={suggested.subject.path.join(' › ')}
            confidence={suggested.confidence}
            reasons={suggested.reasons}
            onAccept={accept}
            onReject={reject}
          />
        )
      }
    >
      {(control) => (
        <Cascader<SubjectOption>
          {...control}
          className="ct-wide"
          options={options}
          value={pathTo(subjects ?? [], subjectId) ?? []}
          placeholder={DRAFT.subjectPlaceholder}
          allowClear={CLEARABLE}
          displayRender={(labels) => labels.join(' › ')}
          showSearch={{ filter: (input, path) => matchesSubject(input, path), limit: 30 }}
          onChange={(path) => {
            const leaf = subjectIdSchema.safeParse(path?.at(-1));
            edit({ subjectId: leaf.success ? leaf.data : null }, 'subject');
            if (leaf.success) judged(leaf.data === suggested?.subject.id ? 'accepted' : 'changed');
          }}
        />
      )}
    </Field>
  );
}
