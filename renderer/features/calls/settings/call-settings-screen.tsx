import { App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { callSettingsSchema, type CallSettings } from '../../../../shared/domain/calls/settings.ts';
import { useNavigation } from '../../../app/navigation.ts';
import { FailureNote } from '../../../components/failure-note.tsx';
import { FormSkeleton } from '../../../components/skeletons.tsx';
import { PrimaryButton } from '../../../components/primary-button.tsx';
import { useDeed } from '../../../data/use-deed.ts';
import { useDeskQuery } from '../../../data/use-query.ts';
import type { DeskClient } from '../../../host.ts';
import { useKey } from '../../../keys/keys.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { SETTINGS } from '../text.ts';
import { AgentSkills } from './agent-skills.tsx';
import { AnnouncementsPart } from './announcements-part.tsx';
import type { PartProps } from './fields.tsx';
import { HoursPart } from './hours-part.tsx';
import { QueuesPart } from './queues-part.tsx';
import { RecordingPart } from './recording-part.tsx';
import '../calls.css';

type SectionId = keyof typeof SETTINGS.sections;
const SECTION_IDS: readonly SectionId[] = ['queues', 'agents', 'hours', 'announcements', 'blocks', 'recordings'];
/** What is changed here is kept with the one button below. */
const DRAFTED: ReadonlySet<SectionId> = new Set(['queues', 'hours', 'recordings']);

/** 话务设置: how the centre's calls are distributed, greeted, announced, turned away and recorded. */
export function CallSettingsScreen(): ReactNode {
  const { message } = App.useApp();
  const inFront = useNavigation(({ screen }) => screen === 'callSettings');
  const [section, setSection] = useState<SectionId>('queues');
  const [draft, setDraft] = useState<CallSettings | null>(null);
  const [tried, setTried] = useState(false);
  const { busy, failure, act, clear } = useDeed();
  const view = useDeskQuery({
    key: ['call-settings'],
    tables: ['calls'],
    run: ({ calls }) => calls.settings(),
    enabled: inFront,
  });
  const settings = draft ?? view.data?.settings ?? null;
  const parsed = settings === null ? null : callSettingsSchema.safeParse(settings);
  const errors = new Map(
    tried ? (parsed?.error?.issues ?? []).map(({ path, message: said }) => [path.join('.'), inChinese(said)]) : [],
  );

  const save = async (): Promise<void> => {
    if (draft === null) return;
    setTried(true);
    if (!parsed?.success) return;
    await act(async ({ calls }) => {
      await calls.setSettings(parsed.data);
      setDraft(null);
      setTried(false);
      view.refresh();
      void message.success({ content: SETTINGS.saved });
    });
  };
  const discard = (): void => {
    setDraft(null);
    setTried(false);
    clear();
    view.refresh();
  };
  useKey('primary', () => void save(), inFront && draft !== null && DRAFTED.has(section));

  return (
    <section className="calls-settings" aria-label={SETTINGS.screen}>
      <nav className="calls-settings-nav panel" aria-label={SETTINGS.screen}>
        {SECTION_IDS.map((id) => (
          <button
            key={id}
            type="button"
            aria-current={section === id ? 'page' : undefined}
            onClick={() => setSection(id)}
          >
            {SETTINGS.sections[id]}
          </button>
        ))}
      </nav>
      <div className="calls-settings-main panel">
        <div className="calls-settings-body">
          {view.failure && <FailureNote failure={view.failure} onRetry={view.refresh} />}
          {!settings && !view.failure && <FormSkeleton fields={5} />}
          {settings && view.data && (
            <Part
              section={section}
              settings={settings}
              agents={view.data.agents}
              hoursRule={view.data.hoursRule}
              errors={errors}
              onChange={(part) => setDraft({ ...settings, ...part })}
              onSkills={view.refresh}
            />
          )}
        </div>
        {draft !== null && DRAFTED.has(section) && (
          <footer className="calls-settings-foot">
            <PrimaryButton loading={busy} onClick={() => void save()}>
              {SETTINGS.save}
            </PrimaryButton>
            <Button onClick={discard}>{SETTINGS.discard}</Button>
            <span className="faint">{SETTINGS.unsaved}</span>
            {errors.size > 0 && (
              <span className="calls-error" role="alert">
                {SETTINGS.invalid}
              </span>
            )}
            {failure && <FailureNote failure={failure} look="line" />}
          </footer>
        )}
      </div>
    </section>
  );
}

type View = Awaited<ReturnType<DeskClient['calls']['settings']>>;

function Part(
  props: PartProps & {
    readonly section: SectionId;
    readonly agents: View['agents'];
    readonly hoursRule: View['hoursRule'];
    readonly onSkills: () => void;
  },
): ReactNode {
  const { section, agents, hoursRule, onSkills, ...part } = props;
  switch (section) {
    case 'queues':
      return <QueuesPart {...part} />;
    case 'agents':
      return <AgentSkills agents={agents} skills={part.settings.skills} onSaved={onSkills} />;
    case 'hours':
      return <HoursPart {...part} rule={hoursRule} />;
    case 'announcements':
      return <AnnouncementsPart />;
    case 'blocks':
      return <Blocks />;
    case 'recordings':
      return <RecordingPart {...part} />;
  }
}

/** What the schema leaves to zod's English is said by the field's mark alone. */
function inChinese(said: string): string {
  return /[\u4e00-\u9fff]/.test(said) ? said : SETTINGS.wrong;
}
