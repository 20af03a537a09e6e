/** Has the browser save bytes as a file of that name. */
export function saveFile(body: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(body)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
