import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { Component, type ComponentType, type ReactNode } from 'react'

/** What was caught, and what tries again. */
export type FailureProps = { error: unknown; onRetry: () => void }

type Props = { Failure: ComponentType<FailureProps>; children: ReactNode }
type Caught = { error: unknown } | null

/** Shows what kept something from loading in its place; everything around it goes on working. */
export function Boundary(props: Props) {
  const { reset } = useQueryErrorResetBoundary()
  return <Catching onRetry={reset} {...props} />
}

class Catching extends Component<Props & { onRetry: () => void }, { caught: Caught }> {
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
    const { Failure, children } = this.props
    return caught ? <Failure error={caught.error} onRetry={this.retry} /> : children
  }
}
