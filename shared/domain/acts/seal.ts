import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { OrderId } from '../ids.ts';
import type { ExtensionRequest, Life, Result, Signature, Signing } from '../life.ts';
import { stampOf, type OrderDecision } from '../outcome.ts';

/** What a signature stands under: the words, in the order in which the seal takes them. Branded by being made here. */
interface Signed {
  readonly orderId: OrderId;
  readonly what: 'extension' | 'result' | 'instruction';
  readonly words: readonly string[];
}

/** 延期说明. T9, Z15. */
export function extensionToSign(orderId: OrderId, { reason, days }: Pick<ExtensionRequest, 'reason' | 'days'>): Signed {
  return { orderId, what: 'extension', words: [reason, String(days)] };
}

/** The report on what was done, with the leader's word on it. T12, Z9, Z14. */
export function resultToSign(
  orderId: OrderId,
  { text, finding, measures }: Pick<Result, 'text' | 'finding' | 'measures'>,
  { approved, reason }: Pick<NonNullable<Result['review']>, 'approved' | 'reason'>,
): Signed {
  return { orderId, what: 'result', words: [text, finding, measures, String(approved), reason] };
}

/** 批示, with the report it is written on. H10, Z8. */
export function instructionToSign(
  orderId: OrderId,
  { report }: Pick<NonNullable<Life['submission']>, 'report'>,
  { text }: Pick<NonNullable<NonNullable<Life['submission']>['instruction']>, 'text'>,
): Signed {
  return { orderId, what: 'instruction', words: [report, text] };
}

/** A signature given now by whoever acts. */
export function signatureOf(
  decision: Pick<OrderDecision, 'actor' | 'nowMs'>,
  signing: Signing,
  signed: Signed,
): Signature {
  const unsealed = { ...stampOf(decision), kind: signing.kind, mark: signing.mark };
  return { ...unsealed, seal: sealOf(signed, unsealed) };
}

/** True where nothing has changed since it was signed: the order, the words, the mark, the account, the time. */
export function verifySeal(signed: Signed, signature: Signature): boolean {
  return sealOf(signed, signature) === signature.seal;
}

/** JSON of an array is one text for one content: no key order, no spaces, every string delimited. */
function sealOf({ orderId, what, words }: Signed, { at, by, kind, mark }: Omit<Signature, 'seal'>): string {
  const content = JSON.stringify([1, orderId, what, words, kind, mark, by.accountId, by.jobNumber, by.name, at]);
  return bytesToHex(sha256(utf8ToBytes(content)));
}
