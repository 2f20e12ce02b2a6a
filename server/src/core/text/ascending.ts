/**
 * How many of the things at the head of a list have something that all behind them have not: where the first stands that has
 * it not. In a list that is in order these are the things before a place. A binary search; what is asked for every word of a
 * document has one of its own, because a function that is given costs more than the search.
 */
export function countLeading<Thing>(
  things: ArrayLike<Thing>,
  has: (thing: Thing, index: number) => boolean,
): number {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (has(things[middle] as Thing, middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The position of the first of ascending numbers that is not less than `least`; their number where there is none. */
export function firstAtLeast(numbers: ArrayLike<number>, least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The position of the last of ascending whole numbers that is not more than `most`; -1 where there is none. */
export function lastAtMost(numbers: ArrayLike<number>, most: number): number {
  return firstAtLeast(numbers, most + 1) - 1;
}
