import { CalendarOutlined, HistoryOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { SECTION_IDS, SECTIONS, TEXT, VERSIONS, type SectionId } from './text.ts';

/** A part of the rules, the calendar that they count by, or what changed between their versions. */
export type Place = SectionId | 'calendar' | 'versions';

/** What there is to read. */
export function SectionNav({ place, onGo }: { place: Place; onGo: (place: Place) => void }): ReactNode {
  return (
    <nav className="rules-nav panel" aria-label={TEXT.sections}>
      {SECTION_IDS.map((section) => (
        <NavButton key={section} current={place === section} onGo={() => onGo(section)}>
          {SECTIONS[section]}
        </NavButton>
      ))}
      <hr className="rules-nav-line" />
      <NavButton current={place === 'calendar'} onGo={() => onGo('calendar')}>
        <CalendarOutlined aria-hidden /> {TEXT.calendar}
      </NavButton>
      <NavButton current={place === 'versions'} onGo={() => onGo('versions')}>
        <HistoryOutlined aria-hidden /> {VERSIONS.title}
      </NavButton>
    </nav>
  );
}

function NavButton(props: { current: boolean; onGo: () => void; children: ReactNode }): ReactNode {
  return (
    <button
      type="button"
      className="rules-nav-item"
      aria-current={props.current ? 'page' : undefined}
      onClick={props.onGo}
    >
      {props.children}
    </button>
  );
}
