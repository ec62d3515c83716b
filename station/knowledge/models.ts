import type { Model, ModelKind } from '../../shared/domain/model.ts';
import { unpackModel } from '../../shared/text/model-bytes.ts';
import type { TextModel } from '../../shared/text/text-model.ts';

/**
 * The models as the feed brought them, ready to guess.
 * @param onTrouble told of one that this desk cannot read: it goes on with rules and the dispatch catalogue
 */
export function readyModels(
  models: readonly Model[],
  onTrouble: (error: unknown) => void,
): Readonly<Record<ModelKind, TextModel | null>> {
  const ready: Record<ModelKind, TextModel | null> = { subject: null, unit: null };
  for (const { kind, bytes } of models) {
    try {
      ready[kind] = unpackModel(Buffer.from(bytes, 'base64'));
    } catch (error) {
      onTrouble(error);
    }
  }
  return ready;
}
