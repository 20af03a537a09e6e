/** What the documentation has, in the order in which it is listed. */
export const listed = ['going-live', 'api', 'roles', 'operating', 'security'] as const
