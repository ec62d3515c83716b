import { LockOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef } from 'antd';
import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { jobNumberSchema } from '../../../shared/domain/people.ts';
import type { Failure } from '../../../shared/failure.ts';
import { focusOnMount } from '../../components/focus-on-mount.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { failureOf } from '../../data/failure-of.ts';
import { useDesk } from '../../data/use-desk.ts';
import { useKey } from '../../keys/keys.ts';
import { TEXT } from './text.ts';

export interface SessionFormProps {
  /** The one who has to sign in again; absent: anybody. */
  readonly jobNumber?: string;
  readonly label: string;
  readonly suggestion?: string;
  /** Further actions below the button. */
  readonly children?: ReactNode;
}

interface Errors {
  readonly jobNumber?: string;
  readonly password?: string;
}

function errorsOf(jobNumber: string, password: string): Errors {
  const errors: { jobNumber?: string; password?: string } = {};
  if (jobNumber === '') errors.jobNumber = TEXT.jobNumberMissing;
  else if (!jobNumberSchema.safeParse(jobNumber).success) errors.jobNumber = TEXT.jobNumberForm;
  if (password === '') errors.password = TEXT.passwordMissing;
  return errors;
}

/** 工号 and password, what was wrong with them and what to do, and taking over from another desk. */
export function SessionForm(props: SessionFormProps): ReactNode {
  const { label, suggestion = '', children } = props;
  const desk = useDesk();
  const [jobNumber, setJobNumber] = useState(props.jobNumber ?? suggestion);
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<Errors>({});
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const [numberKnown] = useState(jobNumber !== '');
  const jobNumberRef = useRef<InputRef>(null);
  const passwordRef = useRef<InputRef>(null);
  const id = useId();
  const elsewhere = refusal?.code === 'SIGNED_IN_ELSEWHERE';

  useEffect(() => {
    (numberKnown ? passwordRef : jobNumberRef).current?.focus();
  }, [numberKnown]);

  const signIn = async (takeOver: boolean): Promise<void> => {
    const found = errorsOf(jobNumber.trim(), password);
    setErrors(found);
    if (found.jobNumber ?? found.password) return;
    setBusy(true);
    setRefusal(null);
    try {
      await desk.session.signIn({ jobNumber: jobNumber.trim(), password, takeOver });
    } catch (error) {
      const why = failureOf(error);
      setRefusal(why);
      if (why.code === 'BAD_CREDENTIALS') passwordRef.current?.focus({ cursor: 'all' });
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void signIn(false);
  };
  const watchCapsLock = (event: KeyboardEvent): void => setCapsLock(event.getModifierState('CapsLock'));
  useKey('primary', () => void signIn(elsewhere), !busy);

  return (
    <form className="session-form" onSubmit={submit} noValidate>
      <label htmlFor={`${id}-job`}>{TEXT.jobNumber}</label>
      <Input
        ref={jobNumberRef}
        id={`${id}-job`}
        name="username"
        autoComplete="username"
        size="large"
        className="num"
        prefix={<UserOutlined aria-hidden />}
        value={jobNumber}
        readOnly={props.jobNumber !== undefined}
        status={errors.jobNumber ? 'error' : ''}
        aria-invalid={errors.jobNumber !== undefined}
        aria-describedby={`${id}-job-error`}
        onChange={(event) => {
          setJobNumber(event.target.value);
          setErrors({});
        }}
      />
      <FieldError id={`${id}-job-error`} text={errors.jobNumber} />
      <label htmlFor={`${id}-password`}>{TEXT.password}</label>
      <Input.Password
        ref={passwordRef}
        id={`${id}-password`}
        name="password"
        autoComplete="current-password"
        size="large"
        prefix={<LockOutlined aria-hidden />}
        value={password}
        status={errors.password ? 'error' : ''}
        aria-invalid={errors.password !== undefined}
        aria-describedby={`${id}-password-error`}
        onKeyDown={watchCapsLock}
        onKeyUp={watchCapsLock}
        onChange={(event) => {
          setPassword(event.target.value);
          setErrors({});
        }}
      />
      <FieldError id={`${id}-password-error`} text={errors.password ?? (capsLock ? TEXT.capsLock : undefined)} />
      {elsewhere ? (
        <div className="session-elsewhere" role="alertdialog" aria-label={TEXT.takeOverAsk}>
          <strong>
            {TEXT.takeOverAsk}
            {refusal.detail && `（${refusal.detail}）`}
          </strong>
          <span className="muted">{TEXT.takeOverNext}</span>
          <div className="session-buttons">
            <Button type="primary" danger loading={busy} ref={focusOnMount} onClick={() => void signIn(true)}>
              {TEXT.takeOver}
            </Button>
            <Button onClick={() => setRefusal(null)}>{TEXT.cancel}</Button>
          </div>
        </div>
      ) : (
        <>
          {refusal && <FailureNote failure={refusal} />}
          <Button type="primary" htmlType="submit" size="large" block loading={busy}>
            {busy ? TEXT.signingIn : label}
          </Button>
        </>
      )}
      {children}
    </form>
  );
}

/** Keeps its line whether or not there is an error, so that nothing moves. */
export function FieldError({ id, text }: { id: string; text: string | undefined }): ReactNode {
  return (
    <p id={id} className="field-error" role={text ? 'alert' : undefined}>
      {text}
    </p>
  );
}
