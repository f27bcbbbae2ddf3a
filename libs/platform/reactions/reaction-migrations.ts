import type { MigrationInterface, QueryRunner } from 'typeorm';

class Reactions1790000000600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA reactions;
      CREATE TABLE reactions.reaction (
        name text PRIMARY KEY,
        checkpoint text COLLATE "C" NOT NULL
      );
      COMMENT ON COLUMN reactions.reaction.checkpoint IS
        'the event before which everything was reacted to, or the day for which it was';
      GRANT USAGE ON SCHEMA reactions TO sikkerby_app;
      GRANT SELECT, INSERT, UPDATE ON reactions.reaction TO sikkerby_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA reactions CASCADE');
  }
}

/** How far each reaction has come. */
export const reactionMigrations = [Reactions1790000000600];
