/** Jest's `globalTeardown`: the server stays for the next mutant. */
export default function tearDown() {
  return undefined;
}
