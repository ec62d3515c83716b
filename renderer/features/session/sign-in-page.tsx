import { CloudOutlined, ExperimentOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useLive } from '../../data/live.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { linkOf } from './link.ts';
import { SessionForm } from './session-form.tsx';
import { DEMO_HINT, TEXT } from './text.ts';
import './session.css';

/** 登录: whose centre this is, who may come in, and what is possible while the centre is away. */
export function SignInPage(): ReactNode {
  const { sync, ended, centre, facts } = useLive();
  const offline = linkOf(sync) === 'down';
  const known = facts?.knownJobNumbers ?? [];
  return (
    <main className="sign-in-page">
      <section className="sign-in-card" aria-label={TEXT.signIn}>
        <header className="sign-in-head">
          <span className="sign-in-mark" aria-hidden>
            12345
          </span>
          <div>
            <h1>{TEXT.program}</h1>
            <p className="muted">{centre?.name ?? facts?.centreUrl ?? ''}</p>
          </div>
        </header>
        {ended && <FailureNote failure={ended} />}
        <SessionForm
          // Known numbers arrive after the first paint; the form then starts over with the likeliest of them.
          key={known[0] ?? ''}
          label={offline ? TEXT.signInOffline : TEXT.signIn}
          suggestion={known[0] ?? ''}
        />
        {offline && <OfflineNote known={known} />}
        {centre?.demo && <DemoNote />}
      </section>
      <footer className="sign-in-foot num">{facts && `${facts.name} · v${facts.version} · ${facts.centreUrl}`}</footer>
    </main>
  );
}

function OfflineNote({ known }: { known: readonly string[] }): ReactNode {
  return (
    <aside className="sign-in-note sign-in-note-warn">
      <CloudOutlined aria-hidden />
      <div>
        <output>
          <strong>{TEXT.offlineTitle}</strong>
        </output>
        <p>{known.length > 0 ? TEXT.offlineKnown(known.join('、')) : TEXT.offlineUnknown}</p>
        {known.length > 0 && <p>{TEXT.offlineMay}</p>}
      </div>
    </aside>
  );
}

function DemoNote(): ReactNode {
  return (
    <aside className="sign-in-note sign-in-note-demo">
      <ExperimentOutlined aria-hidden />
      <div>
        <strong>{TEXT.demoTitle}</strong>
        <p className="num">
          {DEMO_HINT.accounts.map(({ role, jobNumber }) => `${role} ${jobNumber}`).join('，')}；密码均为{' '}
          <code>{DEMO_HINT.password}</code>
        </p>
      </div>
    </aside>
  );
}
