import { suggestionOutcomeSchema, type SuggestionOutcome } from '../../shared/domain/model.ts';

type Kept = Pick<SuggestionOutcome, 'kind' | 'outcome' | 'offered'>;

/** As the audit log keeps them: `subject accepted s-heating 0.92`. */
export function outcomeLines(outcomes: readonly SuggestionOutcome[]): string[] {
  return outcomes.map(({ kind, outcome, offered, confidence }) =>
    [kind, outcome, offered || '-', confidence.toFixed(2)].join(' '),
  );
}

/** Out of the log again, by order. */
export function readOutcomes(
  rows: readonly { readonly orderId: string; readonly suggested: readonly string[] }[],
): Map<string, Kept[]> {
  return new Map(
    rows.map(({ orderId, suggested }) => [
      orderId,
      suggested.flatMap((line): Kept[] => {
        const [kind, outcome, offered = ''] = line.split(' ');
        const parsed = suggestionOutcomeSchema.omit({ confidence: true }).safeParse({ kind, outcome, offered });
        return parsed.success ? [parsed.data] : [];
      }),
    ]),
  );
}
