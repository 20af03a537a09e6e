import { roles, scenarioNames } from './scenarios.ts'

type Choice = { scenario: string; role: string }

/** A small panel in the corner that starts the page anew in another scenario or role. */
export function showPicker(choice: Choice): void {
  const panel = document.createElement('aside')
  panel.ariaLabel = 'Mock'
  const shadow = panel.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  shadow.adoptedStyleSheets = [sheet]
  shadow.append(
    select('Scenario', scenarioNames, choice.scenario, (scenario) => restart({ ...choice, scenario })),
    select('Role', roles, choice.role, (role) => restart({ ...choice, role })),
  )
  document.body.append(panel)
}

function select(
  name: string,
  values: readonly string[],
  chosen: string,
  onChange: (value: string) => void,
): HTMLElement {
  const label = document.createElement('label')
  const box = document.createElement('select')
  for (const value of values) box.append(new Option(value, value, value === chosen, value === chosen))
  box.addEventListener('change', () => onChange(box.value))
  label.append(name, box)
  return label
}

function restart(choice: Choice): void {
  location.assign(`/?${new URLSearchParams(choice)}`)
}

const css = `
  :host { position: fixed; inset: auto 1rem 1rem auto; z-index: 3; display: flex; gap: 0.75rem; padding: 0.375rem 0.75rem;
    border: 1px dashed var(--line-control); border-radius: 0.5rem; background: var(--surface); color: var(--text-muted);
    font: 0.75rem / 1.5 var(--font-text); }
  label { display: flex; gap: 0.375rem; align-items: center; }
  select { min-height: 1.5rem; border: 1px solid var(--line-control); border-radius: 0.25rem; background: var(--surface);
    color: var(--text); font: inherit; }
  @media (width < 30rem) { :host { inset-inline: 1rem; justify-content: space-between; } select { max-width: 6rem; } }
`
