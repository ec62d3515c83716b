import type { ShownNotice } from '../../../shared/contract/desk-notices.ts';
import type { NoticeKind } from '../../../shared/domain/notice.ts';
import { GROUP_NAMES, type NoticeGroup } from './text.ts';

const GROUP_OF: Readonly<Record<NoticeKind, NoticeGroup>> = {
  overdue: 'limits',
  due: 'limits',
  nearDue: 'limits',
  undispatched: 'limits',
  extensionClosing: 'limits',
  followUpDue: 'limits',
  firstResponseDue: 'limits',
  procedureDue: 'limits',
  archiveDue: 'limits',
  reportDue: 'limits',
  unitSilent: 'limits',
  dispatched: 'work',
  redone: 'work',
  supervised: 'work',
  urged: 'work',
  returnAsked: 'work',
  extensionAsked: 'work',
  submitted: 'work',
  instructed: 'work',
  assisted: 'answers',
  returnDecided: 'answers',
  extensionDecided: 'answers',
  articleProposed: 'work',
  articleReview: 'work',
  articleReturned: 'work',
  articleApproved: 'work',
  articlePublished: 'answers',
  articleFeedback: 'work',
  articleAnswered: 'answers',
  articleCheckSoon: 'limits',
  articleCheckLate: 'limits',
  articleExpired: 'work',
  articleSupervised: 'work',
  supervisorMessage: 'work',
  scoringAssigned: 'work',
  scored: 'work',
  scoreAppealed: 'work',
  scoreDecided: 'answers',
  calibrationOpened: 'work',
  draftHanded: 'work',
  repeated: 'work',
};

const GROUPS: readonly NoticeGroup[] = ['limits', 'work', 'answers'];

/** Notices by what they call for, each group in the order in which they came in; groups without any are left out. */
export function grouped(
  notices: readonly ShownNotice[],
): { group: NoticeGroup; name: string; notices: readonly ShownNotice[] }[] {
  return GROUPS.map((group) => ({
    group,
    name: GROUP_NAMES[group],
    notices: notices.filter(({ kind }) => GROUP_OF[kind] === group),
  })).filter(({ notices: own }) => own.length > 0);
}
