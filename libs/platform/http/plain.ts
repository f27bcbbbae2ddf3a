/** What an answer's class describes, as the plain object that is sent. */
export type Plain<T> = T extends object ? { readonly [Key in keyof T]: Plain<T[Key]> } : T;
