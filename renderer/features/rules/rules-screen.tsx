import { SearchOutlined } from '@ant-design/icons';
import { Input, Segmented, type InputRef } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { SHIPPED_CALENDAR } from '../../../shared/policy/calendar.ts';
import type { Pack } from '../../../shared/policy/pack.ts';
import { everyPack } from '../../../shared/policy/packs.ts';
import { useNavigation } from '../../app/navigation.ts';
import { CLEARABLE_INPUT } from '../../components/clearable.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useLive } from '../../data/live.ts';
import { useRules } from '../../data/rules.ts';
import { KeyHint, useKey, useTip } from '../../keys/keys.ts';
import { CalendarView } from './calendar-view.tsx';
import { OwnCalendar } from './own-calendar.tsx';
import type { Days } from './model/days.ts';
import { FIRST_TRIAL, type Trial } from './model/trial.ts';
import { SearchResults } from './search-results.tsx';
import { SectionNav, type Place } from './section-nav.tsx';
import { SectionView } from './section-view.tsx';
import { TEXT } from './text.ts';
import { TrialPanel } from './trial-panel.tsx';
import { VersionsView } from './versions-view.tsx';
import './rules.css';

/** 规则: the five cities' rules as a person reads them, the working days, and what the engine makes of a case. */
export function RulesScreen(): ReactNode {
  const rules = useRules();
  const active = useNavigation(({ screen }) => screen === 'rules');
  const own = rules?.pack.city ?? null;
  return own === null ? <EmptyState text={TEXT.noPack} /> : <Rules key={own} own={own} active={active} />;
}

/** This centre's city first. */
function inOrder(own: string): readonly Pack[] {
  return everyPack().toSorted((left, right) => Number(right.city === own) - Number(left.city === own));
}

function Rules({ own, active }: { own: string; active: boolean }): ReactNode {
  const rules = useRules();
  const box = useRef<InputRef>(null);
  const packs = inOrder(own);
  const asked = useNavigation(({ screen, params }) => (screen === 'rules' ? params : null));
  const [heard, setHeard] = useState<typeof asked>(null);
  const [city, setCity] = useState(own);
  const [place, setPlace] = useState<Place>('articles');
  const [marked, setMarked] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const [trial, setTrial] = useState<Trial>(FIRST_TRIAL);
  const pack = packs.find((candidate) => candidate.city === city) ?? packs[0];
  useKey('find', () => box.current?.focus({ cursor: 'all' }), active);
  useKey('back', () => setWords(''), active && words !== '');
  const tip = useTip('find', TEXT.search);

  const show = (to: string, at: Place, rule: string | null): void => {
    setCity(to);
    setPlace(at);
    setMarked(rule);
    setWords('');
  };
  // Another screen asks for a rule by its id: shown once, and what is chosen here afterwards counts.
  if (asked && asked !== heard) {
    setHeard(asked);
    const rule = asked['rule'];
    const of = packs.find((candidate) => candidate.rules.some(({ id }) => id === rule));
    if (of && rule !== undefined) show(of.city, 'articles', rule);
  }
  if (!pack || !rules) return null;
  const days: Days =
    city === own
      ? { calendar: rules.calendar, closures: rules.closures }
      : { calendar: SHIPPED_CALENDAR, closures: new Set() };

  return (
    <section className="rules" aria-label={TEXT.screen}>
      <header className="rules-bar">
        <Segmented
          aria-label={TEXT.cities}
          value={city}
          options={packs.map(({ city: key, cityName }) => ({
            value: key,
            label: key === own ? `${cityName} · ${TEXT.own}` : cityName,
          }))}
          onChange={(to) => show(to, place, null)}
        />
        <div className="rules-search key-host">
          <Input
            ref={box}
            value={words}
            maxLength={40}
            prefix={<SearchOutlined aria-hidden />}
            placeholder={TEXT.searchHint}
            aria-label={TEXT.search}
            title={tip}
            allowClear={CLEARABLE_INPUT}
            onChange={(event) => setWords(event.target.value)}
          />
          <KeyHint action="find" />
        </div>
      </header>
      <div className="rules-columns">
        <SectionNav place={place} onGo={(to) => show(city, to, null)} />
        <div className="rules-body" key={`${city} ${place} ${words === ''}`}>
          {words.trim() !== '' ? (
            <SearchResults
              packs={packs}
              words={words}
              onGo={({ city: to, section, rule }) => show(to, section, rule)}
            />
          ) : place === 'calendar' ? (
            <CityCalendar city={city} own={city === own} days={days} active={active} />
          ) : place === 'versions' ? (
            <VersionsView pack={pack} own={city === own} active={active} />
          ) : (
            <SectionView
              pack={pack}
              section={place}
              marked={marked}
              onRule={(rule) => show(city, 'articles', rule)}
              onTry={(change) => setTrial({ ...trial, ...change })}
            />
          )}
        </div>
        <TrialPanel pack={pack} days={days} trial={trial} onTrial={setTrial} />
      </div>
    </section>
  );
}

interface CityCalendarProps {
  readonly city: string;
  readonly own: boolean;
  readonly days: Days;
  readonly active: boolean;
}

/** Another city's calendar is as it was announced; this centre's own has what the centre keeps beyond that. */
function CityCalendar({ city, own, days, active }: CityCalendarProps): ReactNode {
  const data = useLive(({ centre }) => centre?.calendar ?? null);
  return own && data ? (
    <OwnCalendar city={city} days={days} data={data} active={active} />
  ) : (
    <CalendarView days={days} />
  );
}
