/** Makes, once, the ref of what may go away with the focus in it: the focus then goes to what stays. @param id of that */
export const handFocusTo = (id: string) => (element: HTMLElement | null) => () => {
  if (element?.contains(document.activeElement)) document.getElementById(id)?.focus()
}
