import { Cascader } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { CLEARABLE } from '../../../components/clearable.tsx';
import { useDeskQuery } from '../../../data/use-query.ts';
import { useKey } from '../../../keys/keys.ts';
import { subjectIdSchema } from '../../../../shared/domain/ids.ts';
import { useDraftActions, useEntry } from '../drafts.tsx';
import { focusField } from '../focus.ts';
import { useInsights } from '../insights.tsx';
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
  const { data: subjects } = useDeskQuery({
    key: ['subjects'],
    tables: ['subjects'],
    run: (desk) => desk.subjects.list(),
  });
  const options = useMemo(() => subjectTree(subjects ?? []), [subjects]);
  const [best] = useInsights().subjects;
  const suggested = best && best.subject.id !== subjectId ? best : null;

  const accept = (): void => {
    if (suggested) edit({ subjectId: suggested.subject.id }, 'subject');
  };
  useKey('subject', () => focusField('subject'), active);
  // With a unit still to choose, the key belongs to the suggested unit.
  useKey('acceptSuggestion', accept, active && suggested !== null && (!panelOpen || unitChosen));

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
          }}
        />
      )}
    </Field>
  );
}
