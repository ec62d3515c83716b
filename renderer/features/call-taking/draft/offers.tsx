import { CheckOutlined, CloseOutlined, EnvironmentOutlined, ThunderboltOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { KeyHint, useKey, useTip, type KeyAction } from '../../../keys/keys.ts';
import { useDraftActions } from '../drafts.tsx';
import { useJudge, useMissingFacts, usePlaceOffer, useUrgencyOffer } from '../hints.ts';
import { FACT_NAMES, OFFERS } from '../text.ts';

interface OfferProps {
  readonly icon: ReactNode;
  readonly tone?: 'warn';
  readonly words: string;
  /** The whole of it, for the tooltip. */
  readonly tip: string;
  readonly name: string;
  readonly action: KeyAction;
  readonly onTake: () => void;
  readonly onDecline: () => void;
}

/** Something the program would write, beside its field's name: taken by a click or its key, gone by ×. Moves nothing. */
function Offer({ icon, tone, words, tip, name, action, onTake, onDecline }: OfferProps): ReactNode {
  return (
    <span className="ct-offer">
      <button
        type="button"
        className="ct-suggestion key-host"
        data-tone={tone}
        title={useTip(action, tip)}
        aria-label={name}
        onClick={onTake}
      >
        {icon}
        <span className="ellipsis">{words}</span>
        <CheckOutlined aria-hidden />
        <KeyHint action={action} />
      </button>
      <Decline name={name} onDecline={onDecline} />
    </span>
  );
}

/** Turns an offer down for this draft. */
export function Decline({ name, onDecline }: { name: string; onDecline: () => void }): ReactNode {
  return (
    <button
      type="button"
      className="ct-icon-button"
      title={OFFERS.decline}
      aria-label={OFFERS.declined(name)}
      onClick={onDecline}
    >
      <CloseOutlined aria-hidden />
    </button>
  );
}

/** 地点 out of what was written. */
export function PlaceOffer({ active }: { active: boolean }): ReactNode {
  const { edit } = useDraftActions();
  const judge = useJudge();
  const place = usePlaceOffer();
  const take = (): void => {
    if (place === null) return;
    edit({ place }, 'place');
    judge({ kind: 'place', offered: '', confidence: 1, outcome: 'accepted' }, place);
  };
  useKey('takePlace', take, active && place !== null);
  if (place === null) return null;
  return (
    <Offer
      icon={<EnvironmentOutlined aria-hidden />}
      words={place}
      tip={OFFERS.placeTip(place)}
      name={OFFERS.place(place)}
      action="takePlace"
      onTake={take}
      onDecline={() => judge({ kind: 'place', offered: '', confidence: 1, outcome: 'rejected' }, place)}
    />
  );
}

/** 紧急, where a word speaks for it. Never set by itself. */
export function UrgencyOffer({ active }: { active: boolean }): ReactNode {
  const { edit } = useDraftActions();
  const judge = useJudge();
  const sign = useUrgencyOffer();
  const judged = (outcome: 'accepted' | 'rejected'): void => {
    if (sign) judge({ kind: 'urgent', offered: sign.sign, confidence: 1, outcome }, sign.sign);
  };
  const take = (): void => {
    edit({ urgent: true });
    judged('accepted');
  };
  useKey('takeUrgent', take, active && sign !== null);
  if (sign === null) return null;
  return (
    <Offer
      icon={<ThunderboltOutlined aria-hidden />}
      tone="warn"
      words={OFFERS.urgentWords(sign.sign, sign.word)}
      tip={OFFERS.urgentTip(sign.word, sign.reason)}
      name={OFFERS.urgent(sign.sign, sign.word)}
      action="takeUrgent"
      onTake={take}
      onDecline={() => judged('rejected')}
    />
  );
}

/** What is worth asking while the caller is still there. */
export function MissingFacts(): ReactNode {
  const facts = useMissingFacts();
  if (facts.length === 0) return null;
  const words = facts.map((fact) => FACT_NAMES[fact]).join('、');
  return (
    <span className="ct-ask ellipsis" role="note" title={OFFERS.askTip}>
      {OFFERS.ask(words)}
    </span>
  );
}
