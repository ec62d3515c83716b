/** One step forward. Once released its SQL never changes: what is to be different comes as a further step. */
export interface Migration {
  readonly id: number;
  readonly name: string;
  readonly sql: string;
}
