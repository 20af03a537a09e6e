/** Names of a form's fields that are missing or malformed; the first of them gets the focus. For forms with `noValidate`. */
export function invalidFields(form: HTMLFormElement): string[] {
  const invalid = [...form.elements]
    .filter((element) => element instanceof HTMLInputElement)
    .filter((input) => !input.validity.valid)
  invalid[0]?.focus()
  return invalid.map(({ name }) => name)
}
