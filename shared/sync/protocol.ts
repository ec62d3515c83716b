/**
 * The number of the feed's shape. A desk below the centre's floor gets DESK_TOO_OLD from `sync.pull` and
 * `sync.snapshot`; `sync.push` and `sync.attach` are frozen and serve every desk there ever was.
 *
 * 1  first
 * 2  an order carries its life after the call, states after it; the entities `notice` and `catalogue`
 * 3  an article's text is a tree; the entities `manuscript` and `feedback`
 * 4  an article has files and its text pictures
 */
export const PROTOCOL = 4;

/** The oldest desk the centre still feeds: one of protocol 3 could not read an article that has a picture in it. */
export const PROTOCOL_FLOOR = 4;

/** Commands in one push at most. */
export const PUSH_BATCH = 100;

/** Changes in one pull, and rows in one snapshot page, at most. */
export const PULL_BATCH = 500;

/** Bytes of an attachment in one chunk. */
export const ATTACHMENT_CHUNK = 256 * 1024;
