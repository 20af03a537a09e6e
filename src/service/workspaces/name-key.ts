/** Names that look alike are one: `Nordics`, `nordics` and `ＮＯＲＤＩＣＳ`. */
export const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase()
