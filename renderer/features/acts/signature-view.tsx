import { SafetyCertificateOutlined, WarningFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Signature } from '../../../shared/domain/life.ts';
import { Moment } from '../orders/detail/moment.tsx';
import { isPath, PAD } from './strokes.ts';
import { TEXT } from './text.ts';

export interface SignatureViewProps {
  readonly signature: Signature;
  /** Whether the seal still fits what was signed. */
  readonly sound: boolean;
}

/** A signature as it was given, with whose account gave it, when, and whether its seal still fits. */
export function SignatureView({ signature, sound }: SignatureViewProps): ReactNode {
  const { kind, mark, by, at, seal } = signature;
  return (
    <div className="act-signed" aria-label={TEXT.signature} role="group">
      {kind === 'drawn' && isPath(mark) ? (
        <svg
          className="act-pad act-pad-small"
          viewBox={`0 0 ${PAD.width} ${PAD.height}`}
          role="img"
          aria-label={by.name}
        >
          <path d={mark} />
        </svg>
      ) : (
        <span className="act-typed-signature">{kind === 'typed' ? mark : by.name}</span>
      )}
      <span className="order-faint">
        {by.name} <span className="num">{by.jobNumber}</span> · <Moment at={at} /> ·{' '}
        {sound ? (
          <span className="order-good" title={TEXT.seal(seal)}>
            <SafetyCertificateOutlined aria-hidden /> {TEXT.sound}
          </span>
        ) : (
          <span className="act-bad" title={TEXT.seal(seal)}>
            <WarningFilled aria-hidden /> {TEXT.unsound}
          </span>
        )}
      </span>
    </div>
  );
}
