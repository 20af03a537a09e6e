import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { Component, type ReactNode } from 'react'
import { PageFailure } from './PageFailure.tsx'

type Caught = { error: unknown } | null

/** Shows what kept a page from loading in the page's place; everything around it goes on working. */
export function PageBoundary({ children }: { children: ReactNode }) {
  const { reset } = useQueryErrorResetBoundary()
  return <Boundary onRetry={reset}>{children}</Boundary>
}

class Boundary extends Component<{ onRetry: () => void; children: ReactNode }, { caught: Caught }> {
  override state: { caught: Caught } = { caught: null }

  static getDerivedStateFromError(error: unknown) {
    return { caught: { error } }
  }

  readonly retry = () => {
    this.props.onRetry()
    this.setState({ caught: null })
  }

  override render() {
    const { caught } = this.state
    return caught ? <PageFailure error={caught.error} onRetry={this.retry} /> : this.props.children
  }
}
