/** Browsers by the name that tells them: those that are made of another one before that one. */
const BROWSERS = [
  ['Edg', 'Microsoft Edge'],
  ['EdgA', 'Microsoft Edge'],
  ['OPR', 'Opera'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Firefox', 'Firefox'],
  ['FxiOS', 'Firefox'],
  ['CriOS', 'Chrome'],
  ['HeadlessChrome', 'Chrome'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const

/** What people call a program. @param userAgent names of products, with a blank between */
export function programOf(userAgent: string): string {
  const names = userAgent.split(' ')
  const browser = BROWSERS.find(([name]) => names.includes(name))
  return browser === undefined ? userAgent : browser[1]
}
