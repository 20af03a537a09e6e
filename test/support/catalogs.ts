import { en } from '#console/messages/en.ts'
import { es } from '#console/messages/es.ts'
import { fr } from '#console/messages/fr.ts'
import { ptBR } from '#console/messages/pt-BR.ts'
import { sv } from '#console/messages/sv.ts'
import { words as signInEn } from '#console/pages/sign-in/words/en.ts'
import { words as signInEs } from '#console/pages/sign-in/words/es.ts'
import { words as signInFr } from '#console/pages/sign-in/words/fr.ts'
import { words as signInPtBR } from '#console/pages/sign-in/words/pt-BR.ts'
import { words as signInSv } from '#console/pages/sign-in/words/sv.ts'
import { words as setUpEn } from '#console/pages/set-up/words/en.ts'
import { words as setUpEs } from '#console/pages/set-up/words/es.ts'
import { words as setUpFr } from '#console/pages/set-up/words/fr.ts'
import { words as setUpPtBR } from '#console/pages/set-up/words/pt-BR.ts'
import { words as setUpSv } from '#console/pages/set-up/words/sv.ts'
import { words as notFoundEn } from '#console/pages/not-found/words/en.ts'
import { words as notFoundEs } from '#console/pages/not-found/words/es.ts'
import { words as notFoundFr } from '#console/pages/not-found/words/fr.ts'
import { words as notFoundPtBR } from '#console/pages/not-found/words/pt-BR.ts'
import { words as notFoundSv } from '#console/pages/not-found/words/sv.ts'
import { words as implementationEn } from '#console/pages/administration/implementation/words/en.ts'
import { words as implementationEs } from '#console/pages/administration/implementation/words/es.ts'
import { words as implementationFr } from '#console/pages/administration/implementation/words/fr.ts'
import { words as implementationPtBR } from '#console/pages/administration/implementation/words/pt-BR.ts'
import { words as implementationSv } from '#console/pages/administration/implementation/words/sv.ts'

/** Every text of the console in each language: the shell's, and those that the pages bring. */
export const catalogs = {
  en: { ...en, signIn: signInEn, setUp: setUpEn, notFound: notFoundEn, implementation: implementationEn },
  es: { ...es, signIn: signInEs, setUp: setUpEs, notFound: notFoundEs, implementation: implementationEs },
  fr: { ...fr, signIn: signInFr, setUp: setUpFr, notFound: notFoundFr, implementation: implementationFr },
  'pt-BR': {
    ...ptBR,
    signIn: signInPtBR,
    setUp: setUpPtBR,
    notFound: notFoundPtBR,
    implementation: implementationPtBR,
  },
  sv: { ...sv, signIn: signInSv, setUp: setUpSv, notFound: notFoundSv, implementation: implementationSv },
}

export type Catalog = (typeof catalogs)['en']
