/**
 * What a JSON text holds. Its shape is the word of the test, which fails by what it expects of it; this
 * is the one place where texts get their type.
 */
export function jsonOf<Shape>(text: string): Readonly<Shape> {
  return JSON.parse(text) as Readonly<Shape>;
}

/** The same of an answer over HTTP. */
export async function jsonBody<Body>(answer: Pick<Response, 'text'>): Promise<Body> {
  return jsonOf<Body>(await answer.text());
}
