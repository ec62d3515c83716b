import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Request } from '../../../../shared/domain/order.ts';
import { FailureNote } from '../../../components/failure-note.tsx';
import { useNow } from '../../../data/clock.ts';
import { KeyHint, useChord } from '../../../keys/keys.ts';
import { DETAIL, TEXT } from '../text.ts';
import { Facts, Section } from './section.tsx';
import type { Reveal } from './use-reveal.ts';

export interface CallerSectionProps {
  readonly request: Request;
  readonly reveal: Reveal;
  readonly onToggle: () => void;
}

/** Who asked: masked, unless somebody has just chosen to look and been logged for it. */
export function CallerSection({ request, reveal, onToggle }: CallerSectionProps): ReactNode {
  const { caller, identity } = request;
  const chord = useChord('reveal');
  const revealed = reveal.detail !== null;
  const button = reveal.permitted && (
    <span className="order-reveal">
      {revealed && <Countdown until={reveal.until} />}
      <Button
        size="small"
        icon={revealed ? <EyeInvisibleOutlined aria-hidden /> : <EyeOutlined aria-hidden />}
        title={`${DETAIL.revealLogged} (${chord})`}
        onClick={onToggle}
      >
        {revealed ? DETAIL.hide : DETAIL.reveal}
        <KeyHint action="reveal" />
      </Button>
    </span>
  );
  return (
    <Section title={DETAIL.caller} extra={button}>
      {reveal.failure && <FailureNote failure={reveal.failure} look="line" />}
      <Facts
        facts={[
          { label: DETAIL.name, value: caller.name || TEXT.unnamed },
          { label: DETAIL.phone, value: caller.phone && <span className="num">{caller.phone}</span> },
          { label: DETAIL.address, value: caller.address },
          { label: DETAIL.identityLabel, value: DETAIL.identity[identity] },
        ]}
      />
    </Section>
  );
}

function Countdown({ until }: { until: number }): ReactNode {
  const now = useNow();
  const seconds = Math.max(0, Math.floor((until - now) / 1000));
  return <span className="order-faint num">{DETAIL.hidesIn(seconds)}</span>;
}
