import type { ReactNode } from 'react';
import { extensionToSign, instructionToSign, resultToSign, verifySeal } from '../../../shared/domain/acts/seal.ts';
import type { ExtensionRequest } from '../../../shared/domain/life.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { SignatureView } from './signature-view.tsx';

/** The leader's signature under the unit's report, where there is one. Z9, T12. */
export function ResultSignature({ order: { id, life } }: { order: Order }): ReactNode {
  const { result } = life;
  if (!result?.review?.signature) return null;
  const { signature } = result.review;
  return <SignatureView signature={signature} sound={verifySeal(resultToSign(id, result, result.review), signature)} />;
}

/** The leader's signature under a wish for more time, where there is one. T9, Z15. */
export function ExtensionSignature({ order, wish }: { order: Order; wish: ExtensionRequest }): ReactNode {
  const { signature } = wish;
  if (!signature) return null;
  return <SignatureView signature={signature} sound={verifySeal(extensionToSign(order.id, wish), signature)} />;
}

/** The signature under an instruction, where there is one. H10, Z8. */
export function InstructionSignature({ order: { id, life } }: { order: Order }): ReactNode {
  const { submission } = life;
  if (!submission?.instruction) return null;
  const { instruction } = submission;
  const sound = verifySeal(instructionToSign(id, submission, instruction), instruction.signature);
  return <SignatureView signature={instruction.signature} sound={sound} />;
}
