import { App, Button, Segmented, Switch } from 'antd';
import type { ReactNode } from 'react';
import type { Preferences } from '../../../shared/contract/desk.ts';
import { may } from '../../../shared/domain/people.ts';
import { msOf } from '../../../shared/instant.ts';
import { exactTime } from '../../components/times.ts';
import { failureOf } from '../../data/failure-of.ts';
import { useLive } from '../../data/live.ts';
import { changePreferences, usePreferences } from '../../data/preferences.ts';
import { useDesk } from '../../data/use-desk.ts';
import { PhoneSettingsForm } from '../phone/phone-settings.tsx';
import { usePhone } from '../phone/phone-store.ts';
import { startRinging } from '../softphone/ring-tone.ts';
import { ModelPanel } from '../models/model-panel.tsx';
import { KeySettings } from './key-settings.tsx';
import { TEXT as PHONE_TEXT } from '../phone/text.ts';
import { TEXT } from './text.ts';
import './settings.css';

const TRIAL_MS = 1500;

/** 设置: of this person on this desk; kept at once, nothing to save. */
export function SettingsScreen(): ReactNode {
  const desk = useDesk();
  const { message } = App.useApp();
  const preferences = usePreferences();
  const manages = useLive(({ session }) => session !== null && may(session.actor, 'settings.manage'));
  const takesCalls = useLive(({ holder }) => holder !== null && may(holder.actor, 'call.take'));
  const change = (part: Partial<Preferences>): void => {
    changePreferences(desk, part).catch((error: unknown) => useLive.getState().notify(failureOf(error)));
  };
  const tryRing = (): void => {
    setTimeout(startRinging(usePhone.getState().ringDevice), TRIAL_MS);
    void message.info({ content: '正在播放来电提示音', duration: TRIAL_MS / 1000 });
  };
  return (
    <section className="settings" aria-label={TEXT.screen}>
      {manages && <ModelPanel />}
      <div className="settings-column">
        <Section title={TEXT.look}>
          <Row label={TEXT.lookOf} help={TEXT.themeHelp}>
            <Segmented<Preferences['theme']>
              aria-label={TEXT.lookOf}
              value={preferences.theme}
              onChange={(theme) => change({ theme })}
              options={(['light', 'dark', 'system'] as const).map((theme) => ({
                value: theme,
                label: TEXT.themes[theme],
              }))}
            />
          </Row>
        </Section>
        <Section title={TEXT.sound}>
          <Row label={TEXT.ring} help={TEXT.ringHelp}>
            <Button size="small" onClick={tryRing}>
              {TEXT.tryRing}
            </Button>
            <Switch aria-label={TEXT.ring} checked={preferences.ring} onChange={(ring) => change({ ring })} />
          </Row>
        </Section>
        {takesCalls && (
          <Section title={PHONE_TEXT.settings.title}>
            <PhoneSettingsForm />
          </Section>
        )}
        <About />
      </div>
      <Section title={TEXT.keys}>
        <KeySettings overrides={preferences.keys} onChange={(keys) => change({ keys: { ...keys } })} />
      </Section>
    </section>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className="panel settings-section" aria-label={title}>
      <h2 className="panel-title">{title}</h2>
      <div className="settings-body">{children}</div>
    </section>
  );
}

function Row({ label, help, children }: { label: string; help: string; children: ReactNode }): ReactNode {
  return (
    <div className="settings-row">
      <div>
        <p>{label}</p>
        <p className="faint settings-help">{help}</p>
      </div>
      <div className="settings-control">{children}</div>
    </div>
  );
}

function About(): ReactNode {
  const { facts, centre, session } = useLive();
  const lines = [
    [TEXT.version, facts && `v${facts.version}`],
    [TEXT.desk, facts?.name],
    [TEXT.centre, centre && `${centre.name}${centre.demo ? `（${TEXT.demo}）` : ''}`],
    [TEXT.centreUrl, facts?.centreUrl],
    [TEXT.account, session && `${session.actor.jobNumber} ${session.actor.name}`],
    [TEXT.lease, session && exactTime(msOf(session.leaseUntil)).slice(0, 16)],
  ] as const;
  return (
    <Section title={TEXT.about}>
      <dl className="settings-about num">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? '—'}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
