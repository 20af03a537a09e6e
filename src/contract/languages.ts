import * as v from 'valibot'

/** The languages in which people are told something. */
export const Language = v.picklist(['en', 'es', 'fr', 'pt-BR', 'sv'], 'it is one of en, es, fr, pt-BR, sv')
export type Language = v.InferOutput<typeof Language>
