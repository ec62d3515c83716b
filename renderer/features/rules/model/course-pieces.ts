import { RATING_NAMES } from '../../../../shared/domain/life.ts';
import type { Pack } from '../../../../shared/policy/pack.ts';
import { LIMIT_MODE_NAMES } from '../../../../shared/policy/values.ts';
import { SAYS } from '../text.ts';
import { channelNames, citedBy, type Piece } from './piece.ts';

/** 派单, 退单, 延期, 质检, 审签: what the rules ask while a unit has it. */
export function handlingPieces(pack: Pack): Piece[] {
  const { dispatch, inspection, leaderReview, statutory } = pack;
  const piece = (kind: string, cited: { rule: string; article: string }, text: string): Piece => ({
    ...citedBy(cited),
    section: 'handling',
    kind,
    text,
  });
  return [
    ...(dispatch ? [piece(SAYS.dispatch, dispatch, dispatch.sameDay ? SAYS.sameDay : SAYS.noDispatchLimit)] : []),
    ...(pack.returns ? [piece(SAYS.returns, pack.returns, returnText(pack.returns))] : []),
    ...(pack.extensions ? [piece(SAYS.extension, pack.extensions, extensionText(pack.extensions))] : []),
    ...(leaderReview?.required
      ? [
          piece(
            SAYS.leaderReview,
            leaderReview,
            `${SAYS.leaderReviewOf}${leaderReview.signature ? SAYS.leaderSignature : ''}${only(leaderReview.channels)}。`,
          ),
        ]
      : []),
    ...(inspection?.required
      ? [
          piece(
            SAYS.inspection,
            inspection,
            `${SAYS.inspectionOf(inspection.criteria.map(({ name }) => name).join('、'))}${only(inspection.channels)}。`,
          ),
        ]
      : []),
    ...(statutory ? [piece(SAYS.statutory, statutory, SAYS.statutoryText)] : []),
  ];
}

function returnText(returns: NonNullable<Pack['returns']>): string {
  return sentence(
    SAYS.returnLimit(returns.limitWd),
    returns.basisRequired && SAYS.basis,
    returns.lateCountsAsOverdue && SAYS.lateReturn,
  );
}

function extensionText(extensions: NonNullable<Pack['extensions']>): string {
  const { lengthWd, maxLengthWd, askBeforeDays, onlyModes } = extensions;
  const length =
    lengthWd !== null
      ? SAYS.extensionEach(lengthWd)
      : maxLengthWd !== null
        ? SAYS.extensionLongest(maxLengthWd)
        : SAYS.extensionFree;
  return `${sentence(
    SAYS.extensionMost(extensions.max),
    length,
    askBeforeDays === null ? SAYS.askInTime : SAYS.askBefore(askBeforeDays),
    extensions.secondNeedsSignature && SAYS.secondSigned,
    extensions.formRequired && SAYS.extensionForm,
    onlyModes.length > 0 && SAYS.extensionOnly(onlyModes.map((mode) => LIMIT_MODE_NAMES[mode]).join('、')),
    SAYS.decidedBy[extensions.decidedBy],
  )}${extensions.afterLast}。`;
}

/** 答复, 回访, 复查复核, 归档: what the rules ask once there is a result. */
export function replyingPieces(pack: Pack): Piece[] {
  const { followUp, archive, review } = pack;
  return [
    ...replyPieces(pack.reply),
    ...(followUp ? [replying(SAYS.followUp, followUp, followUpText(followUp))] : []),
    ...(review ? [replying(SAYS.review, review, SAYS.reviewOf(review.levels))] : []),
    ...(archive
      ? [
          replying(
            SAYS.archive,
            archive,
            sentence(
              archive.sameDay ? SAYS.archiveToday : SAYS.archiveLater,
              archive.refusalsToo && SAYS.archiveRefused,
            ),
          ),
        ]
      : []),
  ];
}

function replyPieces({ order, orderCited, originalChannel, written, mayorOffice, acceptOrNot, again }: Pack['reply']) {
  return [
    ...(orderCited ? [replying(SAYS.reply, orderCited, SAYS.replyOrder[order])] : []),
    ...(originalChannel
      ? [
          replying(
            SAYS.originalChannel,
            originalChannel,
            SAYS.originalChannelOf(channelNames(originalChannel.channels)),
          ),
        ]
      : []),
    ...written.map((rule) => replying(SAYS.written, rule, `${SAYS.writtenWhen[rule.when]}${only(rule.channels)}。`)),
    ...mayorOffice.map((rule) => replying(SAYS.mayor, rule, SAYS.mayorOf(channelNames(rule.channels)))),
    ...(acceptOrNot
      ? [
          replying(
            SAYS.adoption,
            acceptOrNot,
            sentence(
              SAYS.adoptionOf,
              acceptOrNot.reasonIfNot && SAYS.adoptionReason,
              acceptOrNot.commitmentIfSo && SAYS.adoptionCommitment,
            ),
          ),
        ]
      : []),
    ...(again ? [replying(SAYS.again, again, SAYS.againOf)] : []),
  ];
}

function followUpText(followUp: NonNullable<Pack['followUp']>): string {
  const { coverage, withinWd, closesOn, redoOn } = followUp;
  const rated = (ratings: typeof closesOn): string => ratings.map((rating) => RATING_NAMES[rating]).join('、');
  return sentence(
    coverage === 'all' ? SAYS.followUpAll : SAYS.followUpSample,
    withinWd !== null && SAYS.followUpWithin(withinWd),
    closesOn.length > 0 && SAYS.closesOn(rated(closesOn)),
    followUp.lawfulReplyCloses && SAYS.lawfulCloses,
    redoOn.length > 0 && SAYS.redoOn(rated(redoOn)),
    followUp.reasonRequired && SAYS.redoReason,
    followUp.redoWithLimit && SAYS.redoLimit,
  );
}

function replying(kind: string, cited: { rule: string; article: string }, text: string): Piece {
  return { ...citedBy(cited), section: 'replying', kind, text };
}

function only(channels: Parameters<typeof channelNames>[0]): string {
  return channels.length === 0 ? '' : SAYS.onlyChannels(channelNames(channels));
}

/** Clauses as one sentence; what does not hold is left out. */
function sentence(...clauses: readonly (string | false)[]): string {
  return `${clauses.filter((clause) => clause !== false).join('，')}。`;
}
