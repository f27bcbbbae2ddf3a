/** Configuration of a route that may take minutes, such as an attack on all that was published. */
export const takesLong = { takesLong: true } as const;

export const longestSeconds = 600;
