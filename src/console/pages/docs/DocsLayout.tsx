import { type ReactNode, Suspense } from 'react'
import { useMessages } from '../../messages/MessagesProvider.tsx'
import { Brand } from '../../shell/Brand.tsx'
import { LanguagePicker } from '../../shell/LanguagePicker.tsx'
import { Link } from '../../shell/Link.tsx'
import shell from '../../shell/Shell.module.css'
import { NAVIGATION_ID } from '../../shell/SideNavigation.tsx'
import navigation from '../../shell/SideNavigation.module.css'
import { SkipLinks } from '../../shell/SkipLinks.tsx'
import { ThemePicker } from '../../shell/ThemePicker.tsx'
import bar from '../../shell/TopBar.module.css'
import { Icon } from '../../ui/Icon.tsx'
import { listed } from './listed.ts'
import { useWords } from './use-words.ts'

/** As the shell, for everyone: the pages in its navigation are the documentation's. */
export function DocsLayout({ home, children }: { home: string; children: ReactNode }) {
  const { title, names, toConsole } = useWords()
  const messages = useMessages()
  return (
    <div className={shell.shell}>
      <SkipLinks>
        <header className={bar.bar}>
          <button
            type="button"
            className={bar.menu}
            popoverTarget={NAVIGATION_ID}
            title={messages.shell.navigation}
          >
            <Icon name="menu" size={20} />
          </button>
          <Link to={home} className={bar.home}>
            <Brand />
          </Link>
          <Link to="/docs">{title}</Link>
          <div className={bar.end}>
            <LanguagePicker />
            <ThemePicker />
          </div>
        </header>
        <nav
          id={NAVIGATION_ID}
          popover="auto"
          className={navigation.navigation}
          aria-label={messages.shell.navigation}
        >
          <h2 id="documentation">{title}</h2>
          <ul aria-labelledby="documentation">
            {listed.map((name) => (
              <li key={name}>
                <Link to={`/docs/${name}`} onClick={close}>
                  <span>{names[name]}</span>
                </Link>
              </li>
            ))}
          </ul>
          <ul className={navigation.foot}>
            <li>
              <Link to={home}>
                <Icon name="back" />
                <span>{toConsole}</span>
              </Link>
            </li>
          </ul>
        </nav>
        <main id="content" className={shell.content} tabIndex={-1}>
          <Suspense>{children}</Suspense>
        </main>
      </SkipLinks>
    </div>
  )
}

const close = () => document.getElementById(NAVIGATION_ID)?.hidePopover()
