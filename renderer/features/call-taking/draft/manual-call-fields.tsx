import { PhoneOutlined } from '@ant-design/icons';
import { Button, DatePicker, Input } from 'antd';
import type { ReactNode } from 'react';
import { useDraftActions, useEntry } from '../drafts.tsx';
import { focusField } from '../focus.ts';
import type { ManualCall } from '../model/manual-call.ts';
import type { FieldName } from '../model/fields.ts';
import { fromWallTime, wallTime } from '../model/wall-time.ts';
import { DRAFT } from '../text.ts';
import { Field } from './field.tsx';

const FORMAT = 'YYYY-MM-DD HH:mm:ss';

/** 补录: a call the exchange does not know, with its real time and why it is entered by hand. */
export function ManualCallFields(): ReactNode {
  const call = useEntry((entry) => entry.call);
  return call?.source === 'manual' ? <ManualCallForm call={call} /> : null;
}

function ManualCallForm({ call }: { call: ManualCall }): ReactNode {
  const { id, read, edit, store } = useDraftActions();
  const set = (patch: Partial<ManualCall>, ...fields: FieldName[]): void =>
    store.getState().setCall(id, { ...call, ...patch }, fields);
  const setNumber = (number: string): void => {
    set({ number }, 'callNumber');
    // The number is also how the caller is reached, unless another one was written.
    const { caller } = read().form;
    if (caller.phone === call.number) edit({ caller: { ...caller, phone: number } }, 'callerPhone');
  };
  const leave = (): void => {
    store.getState().setCall(id, null);
    // It came some other way: which, is asked next, because a limit may depend on it.
    focusField('channel');
  };
  return (
    <fieldset className="ct-manual">
      <legend className="ct-manual-legend">
        <PhoneOutlined aria-hidden /> {DRAFT.manual}
        <Button size="small" type="link" onClick={leave}>
          {DRAFT.noCall}
        </Button>
      </legend>
      <div className="ct-row ct-row-manual">
        <Field name="callNumber" required>
          {(control) => (
            <Input
              {...control}
              className="num"
              inputMode="tel"
              value={call.number}
              maxLength={30}
              onChange={(event) => setNumber(event.target.value.replaceAll(/[^\d+-]/g, ''))}
            />
          )}
        </Field>
        <Field name="callStart" required>
          {(control) => (
            <DatePicker
              {...control}
              className="ct-wide"
              showTime
              format={FORMAT}
              allowClear={false}
              value={wallTime(call.startedAt)}
              onChange={(wall) => {
                if (wall) set({ startedAt: fromWallTime(wall) }, 'callStart', 'callEnd');
              }}
            />
          )}
        </Field>
        <Field name="callEnd">
          {(control) => (
            <DatePicker
              {...control}
              className="ct-wide"
              showTime
              format={FORMAT}
              placeholder={DRAFT.stillTalking}
              value={call.endedAt ? wallTime(call.endedAt) : null}
              onChange={(wall) => set({ endedAt: wall ? fromWallTime(wall) : null }, 'callEnd')}
            />
          )}
        </Field>
        <Field name="callReason" required className="ct-span">
          {(control) => (
            <Input
              {...control}
              value={call.reason}
              maxLength={200}
              placeholder={DRAFT.reasonPlaceholder}
              onChange={(event) => set({ reason: event.target.value }, 'callReason')}
            />
          )}
        </Field>
      </div>
    </fieldset>
  );
}
