/** What the documentation has, in the order in which it is listed. */
export const listed = ['going-live', 'api', 'reference', 'roles', 'operating', 'security'] as const
