import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Author } from '../../../shared/domain/people.ts';
import type { HallSettings } from '../../../shared/hall/settings.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { useDeed } from '../../data/use-deed.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { SETTINGS } from './settings-text.ts';
import { useHallSettings } from './use-settings.ts';

const ALARMS = [
  'waitSeconds',
  'abandonPercent',
  'callMinutes',
  'nearLimitMinutes',
  'unsentMinutes',
  'hotTopicOrders',
] as const;
const COLOURS = ['talking', 'wrapUp', 'rest', 'busy'] as const;

/** How the centre wants its hall. */
export function SettingsView(): ReactNode {
  const settings = useHallSettings();
  const { data } = useDeskQuery({ key: ['call-settings'], tables: ['calls'], run: (desk) => desk.calls.settings() });
  if (!settings) return <EmptyState text={SETTINGS.loading} icon={<SettingOutlined />} />;
  return <Form key={settings.version} settings={settings} people={data?.agents ?? []} />;
}

function Form({ settings, people }: { settings: HallSettings; people: readonly Author[] }): ReactNode {
  const { busy, failure, act } = useDeed();
  const [wanted, setWanted] = useState(settings);
  const edit = (part: Partial<HallSettings>): void => setWanted({ ...wanted, ...part });
  const save = (): void => void act((desk) => desk.hall.setSettings(wanted));
  return (
    <section className="panel hall-settings" aria-label={SETTINGS.title}>
      <h2>{SETTINGS.alarms}</h2>
      <p className="faint">{SETTINGS.alarmsHint}</p>
      <div className="hall-fields">
        {ALARMS.map((kind) => (
          <Amount
            key={kind}
            label={SETTINGS.alarmNames[kind]}
            value={wanted.alarms[kind]}
            least={0}
            onChange={(value) => edit({ alarms: { ...wanted.alarms, [kind]: value } })}
          />
        ))}
      </div>
      <h2>{SETTINGS.colours}</h2>
      <p className="faint">{SETTINGS.coloursHint}</p>
      <div className="hall-fields">
        {COLOURS.flatMap((state) =>
          (['near', 'over'] as const).map((edge) => (
            <Amount
              key={`${state} ${edge}`}
              label={SETTINGS[edge](SETTINGS.colourNames[state])}
              value={wanted.colours[state][edge]}
              least={1}
              onChange={(value) =>
                edit({ colours: { ...wanted.colours, [state]: { ...wanted.colours[state], [edge]: value } } })
              }
            />
          )),
        )}
      </div>
      <h2>{SETTINGS.rest}</h2>
      <Checkbox
        checked={wanted.restNeedsApproval}
        onChange={({ target }) => edit({ restNeedsApproval: target.checked })}
      >
        {SETTINGS.restNeedsApproval}
      </Checkbox>
      <h2>{SETTINGS.service}</h2>
      <p className="faint">{SETTINGS.serviceHint}</p>
      <div className="hall-fields">
        <Amount
          label={SETTINGS.within15}
          value={wanted.within15Percent}
          least={1}
          onChange={(within15Percent) => edit({ within15Percent })}
        />
      </div>
      <Teams teams={wanted.teams} people={people} onChange={(teams) => edit({ teams })} />
      <footer className="hall-save">
        <Button type="primary" disabled={wanted === settings} loading={busy} onClick={save}>
          {SETTINGS.save}
        </Button>
        {failure && <FailureNote failure={failure} look="line" />}
      </footer>
    </section>
  );
}

interface AmountProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly onChange: (value: number) => void;
}

function Amount({ label, value, least, onChange }: AmountProps): ReactNode {
  return (
    <label className="hall-field">
      {label}
      <InputNumber<number>
        aria-label={label}
        min={least}
        precision={0}
        controls={false}
        value={value}
        onChange={(next) => next !== null && onChange(next)}
      />
    </label>
  );
}

interface TeamsProps {
  readonly teams: HallSettings['teams'];
  readonly people: readonly Author[];
  readonly onChange: (teams: HallSettings['teams']) => void;
}

function Teams({ teams, people, onChange }: TeamsProps): ReactNode {
  const put = (id: string, part: Partial<HallSettings['teams'][number]>): void =>
    onChange(teams.map((team) => (team.id === id ? { ...team, ...part } : team)));
  return (
    <>
      <h2>{SETTINGS.teams}</h2>
      <p className="faint">{SETTINGS.teamsHint}</p>
      {teams.map(({ id, name, members }, index) => (
        <div key={id} className="hall-team">
          <Input
            aria-label={SETTINGS.teamName(index + 1)}
            placeholder={SETTINGS.namePlaceholder}
            maxLength={20}
            value={name}
            onChange={({ target }) => put(id, { name: target.value })}
          />
          <Select<typeof members>
            mode="multiple"
            aria-label={SETTINGS.teamMembers(name)}
            placeholder={SETTINGS.membersPlaceholder}
            maxTagCount="responsive"
            optionFilterProp="label"
            value={members}
            options={people.map((person) => ({ value: person.accountId, label: `${person.jobNumber} ${person.name}` }))}
            onChange={(next) => put(id, { members: next })}
          />
          <Button
            aria-label={SETTINGS.removeTeam(name)}
            onClick={() => onChange(teams.filter((team) => team.id !== id))}
          >
            {SETTINGS.remove}
          </Button>
        </div>
      ))}
      <Button onClick={() => onChange([...teams, { id: crypto.randomUUID(), name: SETTINGS.newTeam, members: [] }])}>
        {SETTINGS.addTeam}
      </Button>
    </>
  );
}
