/** A leaf: key, name, everyday words parted by spaces, and its own unit where it is not its group's. */
export type LeafRow = readonly [key: string, name: string, words: string, unit?: string];

export interface GroupRow {
  readonly key: string;
  readonly name: string;
  /** The unit that usually handles the group; null where it is the county of the place. */
  readonly unit: string | null;
  readonly leaves: readonly LeafRow[];
}

export interface FieldRow {
  readonly key: string;
  readonly name: string;
  readonly groups: readonly GroupRow[];
}
