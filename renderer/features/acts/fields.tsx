import { ExclamationCircleFilled } from '@ant-design/icons';
import { Checkbox, Input, InputNumber, Radio, Select } from 'antd';
import { useId, type ReactNode } from 'react';

/** What ties a control to its label and its error. */
export interface Control {
  readonly id: string;
  readonly status: '' | 'error';
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

export interface FieldProps {
  readonly label: string;
  readonly error: string | undefined;
  readonly required?: boolean;
  /** Beside the label: an article, a hint. */
  readonly aside?: ReactNode;
}

/** A label above, a control, and below it in words how to mend it. */
export function Field(props: FieldProps & { readonly children: (control: Control) => ReactNode }): ReactNode {
  const { label, error, required = false, aside, children } = props;
  const id = useId();
  return (
    <div className="act-field">
      <div className="act-field-head">
        <label htmlFor={id} className={required ? 'act-required' : undefined}>
          {label}
        </label>
        {aside && <span className="order-faint">{aside}</span>}
      </div>
      {children({
        id,
        status: error ? 'error' : '',
        'aria-invalid': error !== undefined,
        'aria-describedby': error ? `${id}-error` : undefined,
      })}
      {error && (
        <p className="order-field-error" id={`${id}-error`} role="alert">
          <ExclamationCircleFilled aria-hidden /> {error}
        </p>
      )}
    </div>
  );
}

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly max: number;
  /** Lines; 1 is a single line. */
  readonly rows?: number;
  readonly placeholder?: string;
}

/** px of a line of text. */
const LINE = 22;

/** Words of one line or several. It grows with the text by the style sheet: antd's own way is inline style. */
export function TextField(props: TextFieldProps): ReactNode {
  const { value, onChange, max, rows = 3, placeholder, ...field } = props;
  const shared = { value, maxLength: max, ...(placeholder === undefined ? {} : { placeholder }) };
  return (
    <Field {...field}>
      {(control) =>
        rows === 1 ? (
          <Input {...control} {...shared} onChange={({ target }) => onChange(target.value)} />
        ) : (
          <Input.TextArea
            {...control}
            {...shared}
            className="act-text"
            style={{ minHeight: rows * LINE + 10 }}
            onChange={({ target }) => onChange(target.value)}
          />
        )
      }
    </Field>
  );
}

export interface ChoiceFieldProps<T extends string> extends FieldProps {
  readonly value: T | null;
  readonly options: readonly { readonly value: T; readonly label: string; readonly hint?: string }[];
  readonly onChange: (value: T) => void;
}

/** One of a few, all in sight. */
export function ChoiceField<T extends string>(props: ChoiceFieldProps<T>): ReactNode {
  const { value, options, onChange, ...field } = props;
  return (
    <Field {...field}>
      {({ id, ...control }) => (
        <Radio.Group
          id={id}
          aria-label={field.label}
          aria-invalid={control['aria-invalid']}
          aria-describedby={control['aria-describedby']}
          value={value}
          onChange={({ target }) => {
            const chosen = options.find((option) => option.value === target.value);
            if (chosen) onChange(chosen.value);
          }}
          options={options.map(({ value: each, label, hint }) => ({
            value: each,
            label,
            ...(hint === undefined ? {} : { title: hint }),
          }))}
        />
      )}
    </Field>
  );
}

export interface PickFieldProps<T extends string> extends ChoiceFieldProps<T> {
  readonly placeholder: string;
}

/** One of many, found by typing. */
export function PickField<T extends string>(props: PickFieldProps<T>): ReactNode {
  const { value, options, onChange, placeholder, ...field } = props;
  return (
    <Field {...field}>
      {(control) => (
        <Select<T, { value: T; label: string }>
          {...control}
          className="act-wide"
          value={value}
          placeholder={placeholder}
          showSearch={{ optionFilterProp: 'label' }}
          options={options.map((option) => ({ value: option.value, label: option.label }))}
          onChange={(chosen: T) => onChange(chosen)}
        />
      )}
    </Field>
  );
}

export interface DaysFieldProps extends FieldProps {
  readonly value: number | null;
  readonly max: number;
  readonly unit: string;
  readonly onChange: (value: number | null) => void;
}

/** A number of days. */
export function DaysField({ value, max, unit, onChange, ...field }: DaysFieldProps): ReactNode {
  return (
    <Field {...field}>
      {(control) => (
        <span className="act-number">
          {/* antd names the arrows in English. */}
          <InputNumber
            {...control}
            value={value}
            min={1}
            max={max}
            precision={0}
            controls={false}
            onChange={onChange}
          />
          <span className="order-faint">{unit}</span>
        </span>
      )}
    </Field>
  );
}

export interface CheckFieldProps {
  readonly label: string;
  readonly checked: boolean;
  readonly hint?: string | null;
  readonly onChange: (checked: boolean) => void;
}

/** Yes or no. */
export function CheckField({ label, checked, hint, onChange }: CheckFieldProps): ReactNode {
  return (
    <div className="act-check">
      <Checkbox checked={checked} onChange={({ target }) => onChange(target.checked)}>
        {label}
      </Checkbox>
      {hint && <span className="order-faint">{hint}</span>}
    </div>
  );
}
