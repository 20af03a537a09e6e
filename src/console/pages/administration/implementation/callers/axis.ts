/** Most lines above zero. */
const MOST_STEPS = 4

/**
 * Where the lines of a chart are, from zero up: whole round numbers, the last at least as high as its highest column.
 *
 * @param highest 0 or more
 */
export function axisOf(highest: number): number[] {
  const step = stepFor(highest)
  const steps = Math.max(1, Math.ceil(highest / step))
  return Array.from({ length: steps + 1 }, (_, index) => index * step)
}

function stepFor(highest: number): number {
  const least = Math.max(1, highest / MOST_STEPS)
  const magnitude = 10 ** Math.floor(Math.log10(least))
  const factor = [1, 2, 2.5, 5].find((one) => one * magnitude >= least && Number.isInteger(one * magnitude))
  return factor === undefined ? 10 * magnitude : factor * magnitude
}
