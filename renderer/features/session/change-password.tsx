import { App, Button, Input } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { Dialog } from '../../components/dialog.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { useDeed } from '../../data/use-deed.ts';
import { FieldError } from './session-form.tsx';
import { TEXT } from './text.ts';

interface Passwords {
  readonly current: string;
  readonly next: string;
  readonly repeat: string;
}

const BLANK: Passwords = { current: '', next: '', repeat: '' };

type Errors = Partial<Record<keyof Passwords, string>>;

function errorsOf({ current, next, repeat }: Passwords): Errors {
  const errors: Errors = {};
  if (current === '') errors.current = TEXT.passwordMissing;
  if (next.length < 8 || !/[A-Za-z]/.test(next) || !/\d/.test(next)) errors.next = TEXT.nextPasswordHelp;
  else if (next === current) errors.next = TEXT.nextSame;
  if (repeat !== next) errors.repeat = TEXT.repeatDiffers;
  return errors;
}

/** 修改密码. The centre decides; here only what can be seen at once is checked. */
export function ChangePassword({ onClose }: { onClose: () => void }): ReactNode {
  const { message } = App.useApp();
  const [values, setValues] = useState(BLANK);
  const [errors, setErrors] = useState<Errors>({});
  const { busy, failure: refusal, act } = useDeed();

  const set = (part: Partial<Passwords>): void => {
    setValues({ ...values, ...part });
    setErrors({});
  };
  const change = async (): Promise<void> => {
    const found = errorsOf(values);
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    await act(async ({ session }) => {
      await session.changePassword({ current: values.current, next: values.next });
      onClose();
      void message.success(TEXT.passwordChanged);
    });
  };
  return (
    <Dialog
      title={TEXT.changePassword}
      width={400}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{TEXT.cancel}</Button>
          <Button type="primary" loading={busy} onClick={() => void change()}>
            {TEXT.changePassword}
          </Button>
        </>
      }
    >
      <div className="session-form">
        <PasswordField
          label={TEXT.currentPassword}
          value={values.current}
          error={errors.current}
          autoComplete="current-password"
          onChange={(current) => set({ current })}
        />
        <PasswordField
          label={`${TEXT.nextPassword}（${TEXT.nextPasswordHelp}）`}
          value={values.next}
          error={errors.next}
          autoComplete="new-password"
          onChange={(next) => set({ next })}
        />
        <PasswordField
          label={TEXT.repeatPassword}
          value={values.repeat}
          error={errors.repeat}
          autoComplete="new-password"
          onChange={(repeat) => set({ repeat })}
          onEnter={() => void change()}
        />
        {refusal && <FailureNote failure={refusal} />}
      </div>
    </Dialog>
  );
}

interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly autoComplete: string;
  readonly onChange: (value: string) => void;
  readonly onEnter?: () => void;
}

function PasswordField({ label, value, error, autoComplete, onChange, onEnter }: PasswordFieldProps): ReactNode {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Input.Password
        id={id}
        value={value}
        autoComplete={autoComplete}
        status={error ? 'error' : ''}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-error`}
        onChange={(event) => onChange(event.target.value)}
        {...(onEnter ? { onPressEnter: onEnter } : {})}
      />
      <FieldError id={`${id}-error`} text={error} />
    </>
  );
}
