/**
 * Where a recent order is to wait for somebody. Chance alone would leave the rarer desks of a small demo without work on
 * most days; a few of the last orders are therefore told up to such a point and no further.
 */
export type Fate =
  | 'undispatched'
  | 'dispatched'
  | 'returnAsked'
  | 'extensionAsked'
  | 'assisting'
  | 'submitted'
  | 'supervised'
  | 'leaderReview'
  | 'inspecting'
  | 'reviewing';
