import type { ReactNode } from 'react';
import { itemsOf, type FormContent } from '../../../shared/domain/scoring/form.ts';
import type { Appeal } from '../../../shared/domain/scoring/scoring.ts';
import { RelativeTime } from '../../components/relative-time.tsx';
import { APPEAL } from './text.ts';

/** What the operator says against the score, and what became of it. */
export function AppealView({ appeal, form }: { appeal: Appeal; form: FormContent }): ReactNode {
  const { at, reasons, about, decision } = appeal;
  const names = [...itemsOf(form), ...form.vetoes].filter(({ id }) => about.includes(id)).map(({ name }) => name);
  return (
    <section className="panel scoring-facts scoring-appeal" aria-label={APPEAL.said}>
      <h3>
        {APPEAL.said} <RelativeTime at={at} />
      </h3>
      <p className="muted">{names.length > 0 ? names.join('、') : APPEAL.anyItem}</p>
      <p>{reasons}</p>
      {decision && (
        <>
          <h3>
            {decision.supported ? APPEAL.supported : APPEAL.upheld} <RelativeTime at={decision.at} />
          </h3>
          <p>
            {decision.by.name}：{decision.reasons}
          </p>
        </>
      )}
    </section>
  );
}
