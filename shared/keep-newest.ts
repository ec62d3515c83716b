/** Takes the oldest out of a set until it holds no more than so many. */
export function keepNewest(set: Set<unknown>, kept: number): void {
  for (const oldest of set) {
    if (set.size <= kept) return;
    set.delete(oldest);
  }
}
