import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  EditOutlined,
  ExclamationCircleOutlined,
  HourglassOutlined,
  StopOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { SCORING_STATE_NAMES, type ScoringState } from '../../../shared/domain/scoring/scoring.ts';
import { Tag } from '../../components/tags.tsx';

type Look = { readonly tone: 'accent' | 'good' | 'warn' | 'bad' | 'neutral'; readonly icon: ReactNode };
const DONE: Look = { tone: 'good', icon: <CheckCircleOutlined aria-hidden /> };

const LOOKS: Readonly<Record<ScoringState, Look>> = {
  open: { tone: 'accent', icon: <ClockCircleOutlined aria-hidden /> },
  draft: { tone: 'accent', icon: <EditOutlined aria-hidden /> },
  submitted: { tone: 'warn', icon: <HourglassOutlined aria-hidden /> },
  confirmed: DONE,
  lapsed: { tone: 'neutral', icon: <CheckCircleOutlined aria-hidden /> },
  appealed: { tone: 'bad', icon: <ExclamationCircleOutlined aria-hidden /> },
  upheld: DONE,
  corrected: { tone: 'good', icon: <EditOutlined aria-hidden /> },
  dropped: { tone: 'neutral', icon: <StopOutlined aria-hidden /> },
};

/** How far a score is: by icon and word, never by colour alone. */
export function ScoringStateTag({ state }: { state: ScoringState }): ReactNode {
  const { tone, icon } = LOOKS[state];
  return (
    <Tag tone={tone} icon={icon}>
      {SCORING_STATE_NAMES[state]}
    </Tag>
  );
}
