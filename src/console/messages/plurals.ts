type Forms = { one: string; many?: string; other: string }

/** Picks the form of a counted word by the rules of one language; `many` where millions take another form. */
export function pluralsOf(language: string) {
  const rules = new Intl.PluralRules(language)
  return (count: number, forms: Forms): string => {
    const category = rules.select(count)
    return category === 'one' ? forms.one : ((category === 'many' ? forms.many : undefined) ?? forms.other)
  }
}
