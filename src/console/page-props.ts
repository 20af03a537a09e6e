/** What every page is given. */
export type PageProps = {
  /** Address of the page that people come for. */
  home: string
  /** The client code, where the address begins with one. */
  clientInPath?: string | undefined
}
