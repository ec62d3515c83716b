import { Button, Input, Select } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import type { ReportRow } from '../../../shared/contract/reports.ts';
import type { Topic } from '../../../shared/contract/topics.ts';
import type { CommandBody } from '../../../shared/domain/command.ts';
import type { OrderId } from '../../../shared/domain/ids.ts';
import { ACTS } from '../../../shared/domain/acts/table.ts';
import { edits, keepsKnowledge, proposes } from '../../../shared/domain/knowledge/decision.ts';
import { may } from '../../../shared/domain/people.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useSaved } from '../../app/saved.ts';
import { DialogForm } from '../../components/dialog-form.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { useSubmit } from '../../components/use-submit.ts';
import { useLive } from '../../data/live.ts';
import { useRules } from '../../data/rules.ts';
import { useDeed } from '../../data/use-deed.ts';
import type { DeskClient } from '../../host.ts';
import { draftAbout, newArticleId, proposalAbout } from '../knowledge-desk/new-article.ts';
import { TOPICS } from './topics-text.ts';

interface ActsProps {
  readonly topic: Topic;
  /** Those that were chosen. */
  readonly rows: readonly ReportRow[];
  /** Puts away what would stand over the screen it leads to. */
  readonly onGo: () => void;
}

/**
 * What can be done about a topic at once: 督办 of what was chosen, 并单 of it, and an article begun: by those who keep knowledge in
 * the editor, by others as a draft that is handed to the editors at once. T13.
 */
export function TopicActs({ topic, rows, onGo }: ActsProps): ReactNode {
  const actor = useLive(({ holder }) => holder?.actor ?? null);
  const supervision = useRules()?.pack.supervision ?? null;
  const saved = useSaved((state) => state.saved);
  const [form, setForm] = useState<'supervise' | 'merge' | null>(null);
  const [done, setDone] = useState('');
  const [proposed, setProposed] = useState(false);
  const { busy, failure, act } = useDeed();
  const stands = (command: 'order.supervise' | 'order.merge'): readonly ReportRow[] =>
    rows.filter(({ state }) => ACTS[command].states.includes(state));
  const supervised = stands('order.supervise');
  const merged = stands('order.merge');
  const open = (next: 'supervise' | 'merge'): void => {
    setDone('');
    setForm(next);
  };
  const ready = (said: string): void => {
    setForm(null);
    setDone(said);
  };
  const keeps = actor !== null && keepsKnowledge(actor);
  // A unit's own people write of what is their unit's.
  const unitId = actor !== null && !edits(actor) ? actor.unitId : null;
  const numbers = rows.map(({ number }) => number);
  const go = useNavigation((navigation) => navigation.go);
  const draft = async (): Promise<void> => {
    const articleId = newArticleId();
    const kept = { articleId, seen: 0, base: 0, draft: { ...draftAbout(topic, numbers), unitId } };
    if (!(await act((desk) => desk.knowledgeDesk.keepDraft(kept)))) return;
    onGo();
    go('knowledgeDesk', { articleId });
  };
  const propose = (): void =>
    void act(async ({ knowledgeDesk }) => {
      const command = { type: 'article.propose' as const, payload: proposalAbout(topic, numbers) };
      const { savedAt } = await knowledgeDesk.submit({ id: null, command });
      saved(savedAt);
      setProposed(true);
      setDone(TOPICS.proposed);
    });
  if (!actor) return null;
  return (
    <div className="reports-acts">
      {may(actor, 'order.supervise') && supervision && (
        <Button disabled={supervised.length === 0} onClick={() => open('supervise')}>
          {TOPICS.supervise}
        </Button>
      )}
      {may(actor, 'order.dispatch') && (
        <Button disabled={merged.length < 2} onClick={() => open('merge')}>
          {TOPICS.merge}
        </Button>
      )}
      {(keeps || proposes(actor)) && (
        <Button loading={busy} disabled={proposed} onClick={() => (keeps ? void draft() : propose())}>
          {TOPICS.draft}
        </Button>
      )}
      <span className="order-faint">{TOPICS.chosen(rows.length)}</span>
      {done && <output className="order-good">{done}</output>}
      {failure && <FailureNote failure={failure} look="line" />}
      {form === 'supervise' && supervision && (
        <Supervise
          topic={topic}
          rows={supervised}
          supervision={supervision}
          onDone={ready}
          onClose={() => setForm(null)}
        />
      )}
      {form === 'merge' && <Merge rows={merged} onDone={ready} onClose={() => setForm(null)} />}
    </div>
  );
}

interface FormProps {
  readonly rows: readonly ReportRow[];
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

/** Sends one command for each order; one that is refused ends it, and a second try goes on where it ended. */
function useEach(): (desk: DeskClient, rows: readonly ReportRow[], command: CommandBody) => Promise<void> {
  const saved = useSaved((state) => state.saved);
  const given = useRef(new Set<OrderId>());
  return async (desk, rows, command) => {
    for (const { orderId } of rows) {
      if (given.current.has(orderId)) continue;
      saved((await desk.commands.submit({ orderId, draftId: null, command })).savedAt);
      given.current.add(orderId);
    }
  };
}

interface SuperviseProps extends FormProps {
  readonly topic: Topic;
  readonly supervision: {
    readonly triggers: readonly { readonly id: string; readonly name: string; readonly article: string }[];
    readonly forms: readonly { readonly id: string; readonly name: string }[];
  };
}

function Supervise({ topic, rows, supervision: { triggers, forms }, onDone, onClose }: SuperviseProps): ReactNode {
  const [trigger, setTrigger] = useState<string | null>(triggers.find(({ id }) => id === 'repeated')?.id ?? null);
  const [way, setWay] = useState<string | null>(null);
  const [text, setText] = useState(TOPICS.supervisionText(topic.subjectName, topic.place ?? '', topic.n));
  const each = useEach();
  const form = useSubmit({
    ready: trigger !== null && way !== null && text.trim() !== '',
    run: async (desk) => {
      if (trigger === null || way === null) return;
      const command: CommandBody = { type: 'order.supervise', payload: { trigger, form: way, text: text.trim() } };
      await each(desk, rows, command);
      onDone(TOPICS.supervised(rows.length));
    },
  });
  return (
    <DialogForm label={TOPICS.supervise} form={form} onClose={onClose}>
      <span className="reports-label">{TOPICS.trigger}</span>
      <Select<string, { value: string; label: string }>
        aria-label={TOPICS.trigger}
        placeholder={TOPICS.pick}
        status={form.tried && trigger === null ? 'error' : ''}
        value={trigger}
        options={triggers.map(({ id, name, article }) => ({ value: id, label: `${name}（${article}）` }))}
        onChange={setTrigger}
      />
      <span className="reports-label">{TOPICS.form}</span>
      <Select<string, { value: string; label: string }>
        aria-label={TOPICS.form}
        placeholder={TOPICS.pick}
        status={form.tried && way === null ? 'error' : ''}
        value={way}
        options={forms.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setWay}
      />
      <span className="reports-label">{TOPICS.text}</span>
      <Input.TextArea
        aria-label={TOPICS.text}
        value={text}
        maxLength={2000}
        rows={3}
        onChange={({ target }) => setText(target.value)}
      />
    </DialogForm>
  );
}

function Merge({ rows, onDone, onClose }: FormProps): ReactNode {
  const [reason, setReason] = useState<string>(TOPICS.mergeReason);
  // Rows come newest first.
  const into = rows.at(-1);
  const others = rows.slice(0, -1);
  const each = useEach();
  const form = useSubmit({
    ready: into !== undefined && reason.trim() !== '',
    run: async (desk) => {
      if (!into) return;
      const command: CommandBody = { type: 'order.merge', payload: { into: into.orderId, reason: reason.trim() } };
      await each(desk, others, command);
      onDone(TOPICS.merged(others.length, into.number));
    },
  });
  return (
    <DialogForm label={TOPICS.merge} form={form} onClose={onClose}>
      <p>{TOPICS.mergeInto(into?.number ?? '')}</p>
      <span className="reports-label">{TOPICS.reason}</span>
      <Input
        aria-label={TOPICS.reason}
        value={reason}
        maxLength={500}
        onChange={({ target }) => setReason(target.value)}
      />
    </DialogForm>
  );
}
