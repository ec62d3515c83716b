import { Button, Input, Segmented } from 'antd';
import type { ReactNode } from 'react';
import type { Continuation, DraftView } from '../model/draft-state.ts';
import { FailureNote } from '../../../components/failure-note.tsx';
import { RelativeTime } from '../../../components/relative-time.tsx';
import { RemainingTime } from '../../../components/remaining-time.tsx';
import { StateTag } from '../../../components/tags.tsx';
import { PrimaryButton } from '../../../components/primary-button.tsx';
import { useDeskQuery } from '../../../data/use-query.ts';
import { HISTORY_NAMES, isRunning, isWithUnit } from '../../../../shared/domain/order.ts';
import { KeyHint, useKey } from '../../../keys/keys.ts';
import { useDraftActions, useEntry } from '../drafts.tsx';
import { focusField } from '../focus.ts';
import { CONTINUE } from '../text.ts';
import { useSubmit } from '../use-submit.ts';
import { Field } from './field.tsx';

type Continuing = NonNullable<DraftView['continuing']>;

/** An open order continued in place of a blank form: 补充诉求, or 催办 while it lies with a unit. */
export function ContinuePanel({ continuing, active }: { continuing: Continuing; active: boolean }): ReactNode {
  const { order, kind } = continuing;
  const { edit, show } = useDraftActions();
  const { submitContinuation } = useSubmit();
  const content = useEntry(({ form }) => form.content);
  const submitting = useEntry(({ view }) => view.submitting);
  const refused = useEntry(({ view }) => view.refused);
  const leave = (): void => {
    show({ continuing: null, errors: {}, refused: null });
    focusField('content');
  };
  const change = (next: Continuation): void => show({ continuing: { order, kind: next }, errors: {} });
  const mayUrge = isWithUnit(order.state);
  useKey('primary', submitContinuation, active);
  useKey('back', leave, active);
  useKey('supplement', () => change('supplement'), active);
  useKey('urge', () => change('urge'), active && mayUrge);

  return (
    <section className="ct-continue" aria-label={CONTINUE.title}>
      <div className="ct-continue-body">
        <h2 className="ct-continue-title">
          <span className="num">{order.number ?? order.provisionalNumber}</span>
          <StateTag state={order.state} />
          {order.due && isRunning(order.state) && <RemainingTime due={order.due} />}
        </h2>
        <Earlier orderId={order.id} summary={order.summary} unitName={order.unitName} />
        <Segmented
          aria-label={CONTINUE.title}
          value={kind}
          options={[
            { value: 'supplement', label: CONTINUE.supplement },
            { value: 'urge', label: CONTINUE.urge, disabled: !mayUrge },
          ]}
          onChange={change}
        />
        {!mayUrge && <span className="muted">{CONTINUE.notUrgeable[order.state]}</span>}
        <Field name="continuation" required>
          {(control) => (
            <Input.TextArea
              {...control}
              rows={5}
              value={content}
              maxLength={kind === 'urge' ? 500 : 2000}
              placeholder={CONTINUE.placeholder[kind]}
              onChange={(event) => edit({ content: event.target.value }, 'content', 'continuation')}
            />
          )}
        </Field>
        {refused && <FailureNote failure={refused} />}
      </div>
      <div className="ct-dock-actions">
        <Button className="key-host" onClick={leave}>
          {CONTINUE.back}
          <KeyHint action="back" />
        </Button>
        <PrimaryButton loading={submitting} onClick={submitContinuation}>
          {CONTINUE.submit[kind]}
        </PrimaryButton>
      </div>
    </section>
  );
}

/** What was asked and what has come of it so far: the operator reads it before adding to it. */
function Earlier(props: { orderId: Continuing['order']['id']; summary: string; unitName: string | null }): ReactNode {
  const { orderId, summary, unitName } = props;
  const { data } = useDeskQuery({
    key: ['order', orderId],
    tables: ['orders'],
    run: (desk) => desk.orders.get({ id: orderId }),
  });
  const course = data?.history.slice(-3) ?? [];
  return (
    <div className="ct-earlier">
      <p className="ct-earlier-text">{data?.order.request.content ?? summary}</p>
      {unitName && <p className="muted">{CONTINUE.with(unitName)}</p>}
      <ol className="ct-course">
        {course.map((entry) => (
          <li key={`${entry.at}-${entry.kind}`}>
            <RelativeTime at={entry.at} /> {HISTORY_NAMES[entry.kind]} <span className="muted">{entry.text}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
