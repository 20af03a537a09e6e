/** The ref of what has the focus as soon as it is shown; what stands above it stays in view. */
export const takeFocus = (element: HTMLElement | null) => element?.focus({ preventScroll: true })
