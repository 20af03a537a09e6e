type Labels = Record<string, string>

export type Series = { labels: Labels; value: number }
export type MetricFamily = { type: string; help: string; series: Series[] }

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*'
const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\\n]|\\["\\n])*)"/g
const SAMPLE = new RegExp(`^(${NAME})(?:\\{(.*)\\})? (\\S+)$`)
const ABOUT = new RegExp(`^# (HELP|TYPE) (${NAME}) (.+)$`)

/**
 * Reads Prometheus' text format, version 0.0.4, by the metric's name; what a histogram has under its other names too.
 *
 * @throws Error where the text is not in it: a line of another form, a name that is not introduced, a series that is there twice
 */
export function readExposition(text: string): Map<string, MetricFamily> {
  if (!text.endsWith('\n')) throw new Error('The last line does not end.')
  const families = new Map<string, MetricFamily>()
  const seen = new Set<string>()
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const about = ABOUT.exec(line)
    const sample = SAMPLE.exec(line)
    if (about) {
      const [, what, name = '', said = ''] = about
      const family = families.get(name) ?? { type: '', help: '', series: [] }
      families.set(name, what === 'TYPE' ? { ...family, type: said } : { ...family, help: said })
    } else if (sample) {
      const [, name = '', labels = '', value = ''] = sample
      if (seen.has(`${name}{${labels}}`)) throw new Error(`There twice: ${name}{${labels}}`)
      seen.add(`${name}{${labels}}`)
      familyOf(families, name).series.push({ labels: labelsIn(labels, name), value: valueOf(value) })
    } else throw new Error(`No line of the format: ${line}`)
  }
  return families
}

/** A histogram is introduced by its own name, its series end in what they are of it. */
function familyOf(families: Map<string, MetricFamily>, name: string): MetricFamily {
  const own = families.get(name)
  if (own !== undefined) return own
  const histogram = families.get(name.replace(/_(?:bucket|sum|count)$/, ''))
  if (histogram?.type !== 'histogram') throw new Error(`Not introduced: ${name}`)
  const part = { ...histogram, series: [] }
  families.set(name, part)
  return part
}

function labelsIn(text: string, name: string): Labels {
  const labels = [...text.matchAll(LABEL)].map(([, label = '', value = '']) => [label, value] as const)
  const whole = labels.map(([label, value]) => `${label}="${value}"`).join(',')
  if (whole !== text) throw new Error(`No labels: ${name}{${text}}`)
  return Object.fromEntries(labels)
}

function valueOf(text: string): number {
  const value = text === '+Inf' ? Infinity : Number(text)
  if (Number.isNaN(value) && text.toLowerCase() !== 'nan') throw new Error(`No number: ${text}`)
  return value
}
