import { BookOutlined, BulbOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useUnits } from '../../data/directory.ts';
import type { UnitId } from '../../../shared/domain/ids.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { useDeskQuery } from '../../data/use-query.ts';
import { KeyHint, useKey, useTip } from '../../keys/keys.ts';
import { useCatalogue } from './use-catalogue.ts';
import { TEXT } from './text.ts';

export interface UnitSuggestionsProps {
  readonly order: Order;
  readonly chosen: UnitId | null;
  readonly inFront: boolean;
  readonly onChoose: (unitId: UnitId) => void;
}

interface Hint {
  readonly unitId: UnitId;
  readonly name: string;
  readonly why: string;
  readonly fromCatalogue: boolean;
}

/** Less sure than this is noise. */
const WORTH_SHOWING = 0.1;
const MOST = 3;

/** Which units it may be for: the dispatch catalogue's first, then those whose duties speak for it, with the words that do. */
export function UnitSuggestions({ order, chosen, inFront, onChoose }: UnitSuggestionsProps): ReactNode {
  const hints = useHints(order).filter(({ unitId }) => unitId !== chosen);
  const [best] = hints;
  const tip = useTip('acceptSuggestion', TEXT.takeSuggestion);
  useKey('acceptSuggestion', () => best && onChoose(best.unitId), inFront && chosen === null);
  if (chosen !== null || hints.length === 0) return null;
  return (
    <ul className="act-hints" aria-label={TEXT.suggestions}>
      {hints.map(({ unitId, name, why, fromCatalogue }, index) => (
        <li key={unitId}>
          <Button
            size="small"
            icon={fromCatalogue ? <BookOutlined aria-hidden /> : <BulbOutlined aria-hidden />}
            {...(index === 0 ? { title: tip } : {})}
            onClick={() => onChoose(unitId)}
          >
            {name}
            {index === 0 && <KeyHint action="acceptSuggestion" />}
          </Button>
          <span className="order-faint">{why}</span>
        </li>
      ))}
    </ul>
  );
}

function useHints(order: Order): readonly Hint[] {
  const { content, subjectId } = order.request;
  const units = useUnits();
  const entry = useCatalogue().find(({ id }) => id === subjectId) ?? null;
  const { data: suggested = [] } = useDeskQuery({
    key: ['suggestUnits', order.id, content, subjectId],
    tables: ['units'],
    run: (desk) => desk.units.suggest({ text: content, subjectId }),
  });
  const listed = entry && units.find(({ id, open }) => id === entry.unitId && open);
  const fromCatalogue: readonly Hint[] = listed
    ? [
        {
          unitId: listed.id,
          name: listed.name,
          why: [TEXT.byCatalogue, entry.note].filter(Boolean).join('：'),
          fromCatalogue: true,
        },
      ]
    : [];
  const byDuty = suggested
    .filter(({ unit, confidence }, index) => unit.id !== listed?.id && (index === 0 || confidence >= WORTH_SHOWING))
    .slice(0, MOST)
    .map(({ unit, confidence, reasons }) => ({
      unitId: unit.id,
      name: unit.name,
      why: [TEXT.sure(Math.round(confidence * 100)), ...reasons].join(' · '),
      fromCatalogue: false,
    }));
  return [...fromCatalogue, ...byDuty];
}
