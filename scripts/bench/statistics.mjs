/** The value that half of the others do not exceed. */
export function median(values) {
  return percentile(values, 50);
}

/** The smallest measured value that the given share of all values does not exceed. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * share) / 100) - 1)] ?? Number.NaN;
}
