import { Select } from 'antd';
import type { ReactNode } from 'react';
import { CHANNEL_NAMES, type Channel } from '../../../../shared/domain/channel.ts';
import { channelsOf } from '../../../data/channels.ts';
import { useRules } from '../../../data/rules.ts';
import { useDraftActions, useEntry } from '../drafts.tsx';
import { fieldId } from '../focus.ts';
import { FIELD_LABELS } from '../text.ts';
import { FieldError } from './field.tsx';

/** 渠道: how the request came, of those the city takes; a limit may depend on it. */
export function ChannelField(): ReactNode {
  const { edit, flush } = useDraftActions();
  const channel = useEntry(({ form }) => form.channel);
  const pack = useRules()?.pack ?? null;
  const offered = pack ? channelsOf(pack) : [];
  const channels = offered.includes(channel) ? offered : [channel, ...offered];
  return (
    <span className="ct-option-group">
      <label className="ct-option-label" htmlFor={fieldId('channel')}>
        {FIELD_LABELS.channel}
      </label>
      <Select<Channel>
        id={fieldId('channel')}
        className="ct-channel"
        value={channel}
        options={channels.map((each) => ({ value: each, label: CHANNEL_NAMES[each] }))}
        onChange={(chosen) => edit({ channel: chosen }, 'channel')}
        onBlur={flush}
      />
      <FieldError name="channel" />
    </span>
  );
}
