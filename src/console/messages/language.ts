export const languages = ['en', 'es', 'fr', 'pt-BR', 'sv'] as const
export type Language = (typeof languages)[number]
