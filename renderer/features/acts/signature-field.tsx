import { Button, Input, Segmented } from 'antd';
import { useState, type PointerEvent, type ReactNode } from 'react';
import type { Signing } from '../../../shared/domain/life.ts';
import { Field, type FieldProps } from './fields.tsx';
import { PAD, pathOf, withPoint, type Stroke } from './strokes.ts';
import { TEXT } from './text.ts';

export interface SignatureFieldProps extends FieldProps {
  readonly value: Signing | null;
  readonly onChange: (value: Signing | null) => void;
}

/** A signature, typed or drawn. The account and the time are put beside it and sealed with it when it is given. */
export function SignatureField({ value, onChange, ...field }: SignatureFieldProps): ReactNode {
  const [kind, setKind] = useState<Signing['kind']>(value?.kind ?? 'typed');
  return (
    <Field {...field} aside={TEXT.sealed}>
      {(control) => (
        <div className="act-signature">
          <Segmented<Signing['kind']>
            aria-label={TEXT.signatureKind}
            value={kind}
            options={[
              { value: 'typed', label: TEXT.typed },
              { value: 'drawn', label: TEXT.drawn },
            ]}
            onChange={(next) => {
              setKind(next);
              onChange(null);
            }}
          />
          {kind === 'typed' ? (
            <Input
              {...control}
              className="act-typed-signature"
              maxLength={40}
              placeholder={TEXT.typeName}
              value={value?.kind === 'typed' ? value.mark : ''}
              onChange={({ target }) =>
                onChange(target.value.trim() === '' ? null : { kind: 'typed', mark: target.value })
              }
            />
          ) : (
            <Pad mark={value?.mark ?? ''} onMark={(mark) => onChange(mark === '' ? null : { kind: 'drawn', mark })} />
          )}
        </div>
      )}
    </Field>
  );
}

function Pad({ mark, onMark }: { mark: string; onMark: (mark: string) => void }): ReactNode {
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const [drawing, setDrawing] = useState<Stroke | null>(null);
  // A mark kept from before the form was closed has no strokes of its own here.
  const shown = drawing || strokes.length > 0 ? pathOf(drawing ? [...strokes, drawing] : strokes) : mark;

  const pointOf = (event: PointerEvent<SVGSVGElement>): readonly [number, number] => {
    const box = event.currentTarget.getBoundingClientRect();
    return [((event.clientX - box.x) * PAD.width) / box.width, ((event.clientY - box.y) * PAD.height) / box.height];
  };
  const end = (): void => {
    if (!drawing) return;
    const next = [...strokes, drawing];
    setStrokes(next);
    setDrawing(null);
    onMark(pathOf(next));
  };
  return (
    <div className="act-pad-box">
      <svg
        className="act-pad"
        viewBox={`0 0 ${PAD.width} ${PAD.height}`}
        role="img"
        aria-label={shown === '' ? TEXT.padEmpty : TEXT.padSigned}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrawing([pointOf(event)]);
        }}
        onPointerMove={(event) => {
          if (drawing) setDrawing(withPoint(drawing, ...pointOf(event)));
        }}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <path d={shown} />
      </svg>
      <Button
        size="small"
        disabled={shown === ''}
        onClick={() => {
          setStrokes([]);
          onMark('');
        }}
      >
        {TEXT.clearPad}
      </Button>
    </div>
  );
}
