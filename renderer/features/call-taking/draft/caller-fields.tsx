import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { REPLY_BY_NAMES, replyBySchema, type Caller } from '../../../../shared/domain/order.ts';
import type { DraftForm } from '../../../../shared/domain/draft.ts';
import { maskAddress, maskName, maskPhone } from '../../../../shared/text/mask.ts';
import { useDraftActions, useEntry } from '../drafts.tsx';
import type { FieldName } from '../model/fields.ts';
import { useRevealed } from '../reveal.ts';
import { DRAFT } from '../text.ts';
import { Field } from './field.tsx';
import { PersonalInput } from './personal-input.tsx';

/** 诉求人: who asks, how to reach them, and how they want it kept. */
export function CallerFields(): ReactNode {
  const { edit } = useDraftActions();
  const caller = useEntry(({ form }) => form.caller);
  const orderId = useEntry((entry) => entry.orderId);
  const identity = useEntry(({ form }) => form.identity);
  const fromExchange = useEntry(({ call, form }) => call?.source === 'exchange' && call.number === form.caller.phone);
  const revealed = useRevealed(orderId, caller.phone) !== null;
  const set = (patch: Partial<Caller>, field: FieldName): void => edit({ caller: { ...caller, ...patch } }, field);
  const anonymous = identity === 'anonymous';
  return (
    <div className="ct-row ct-row-caller">
      <Field name="callerName">
        {(control) => (
          <PersonalInput
            control={control}
            value={caller.name}
            mask={maskName}
            revealed={revealed}
            maxLength={40}
            placeholder={anonymous ? DRAFT.anonymousPlaceholder : DRAFT.namePlaceholder}
            onChange={(name) => set({ name }, 'callerName')}
          />
        )}
      </Field>
      <Field name="callerPhone">
        {(control) => (
          <PersonalInput
            control={control}
            value={caller.phone}
            mask={maskPhone}
            revealed={revealed}
            sealed={fromExchange}
            maxLength={30}
            onChange={(phone) => set({ phone }, 'callerPhone')}
          />
        )}
      </Field>
      <Field name="callerAddress">
        {(control) => (
          <PersonalInput
            control={control}
            value={caller.address}
            mask={maskAddress}
            revealed={revealed}
            maxLength={200}
            placeholder={anonymous ? DRAFT.anonymousPlaceholder : ''}
            onChange={(address) => set({ address }, 'callerAddress')}
          />
        )}
      </Field>
    </div>
  );
}

/** 实名/匿名, 答复方式, 紧急, 保密, 回访. */
export function OptionFields(): ReactNode {
  const { edit } = useDraftActions();
  const identity = useEntry(({ form }) => form.identity);
  const replyBy = useEntry(({ form }) => form.replyBy);
  const urgent = useEntry(({ form }) => form.urgent);
  const secret = useEntry(({ form }) => form.sensitivity === 'secret');
  const followUp = useEntry(({ form }) => form.followUp);
  return (
    <>
      <Segmented<DraftForm['identity']>
        aria-label={DRAFT.identity}
        value={identity}
        options={[
          { value: 'named', label: DRAFT.named },
          { value: 'anonymous', label: DRAFT.anonymous },
        ]}
        onChange={(value) => edit({ identity: value }, 'callerName', 'callerAddress')}
      />
      <span className="ct-option-group">
        <span className="ct-option-label" aria-hidden>
          {DRAFT.replyBy}
        </span>
        <Segmented
          aria-label={DRAFT.replyBy}
          value={replyBy}
          options={replyBySchema.options.map((value) => ({ value, label: REPLY_BY_NAMES[value] }))}
          onChange={(value) => edit({ replyBy: value }, 'callerPhone', 'callerAddress')}
        />
      </span>
      <span className="ct-option-group">
        <Check label={DRAFT.urgent} checked={urgent} tone="bad" onChange={(value) => edit({ urgent: value })} />
        <Check
          label={DRAFT.secret}
          checked={secret}
          tone="violet"
          onChange={(value) => edit({ sensitivity: value ? 'secret' : 'normal' })}
        />
        <Check label={DRAFT.followUp} checked={followUp} onChange={(value) => edit({ followUp: value })} />
      </span>
    </>
  );
}

interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly tone?: 'bad' | 'violet';
  readonly onChange: (checked: boolean) => void;
}

function Check({ label, checked, tone, onChange }: CheckProps): ReactNode {
  return (
    <label className="ct-check" data-tone={checked ? tone : undefined}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}
