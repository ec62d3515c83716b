/** How a unit can be reached: an office by day with a duty room, a duty line round the clock, or office hours only. */
export type Reach = 'office' | 'roundTheClock' | 'officeOnly';

export interface DepartmentRow {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  /** The section whose people take the three-way call. */
  readonly section: string;
  readonly reach: Reach;
  readonly duties: string;
}
