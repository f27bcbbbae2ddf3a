/**
 * Jest's `globalSetup`: the run uses the database server of all mutants, with what it has made ready
 * for tests, instead of one of its own, whose making takes longer than most specs.
 */
export default function setUp() {
  process.env.TEST_DATA_DIR = process.env.MUTANTS_DATA_DIR;
}
