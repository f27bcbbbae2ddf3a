const sealed = Symbol('sealed fields');

/** Property decorator: the text is kept in the vault, and the rules see a VaultText in its place. */
export function sealedField(prototype: object, field: string | symbol): void {
  Reflect.defineMetadata(sealed, [...sealedFieldsOf(prototype), String(field)], prototype);
}

/** Names of the sealed fields of a request. */
export function sealedFieldsOf(request: object): readonly string[] {
  return (Reflect.getMetadata(sealed, request) as readonly string[] | undefined) ?? [];
}
