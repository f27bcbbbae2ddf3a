import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the engine knows of each projection: which schema holds its rows, how far in the log they
 * are, and where it stopped. Pointers only, never data.
 */
class ProjectionControl1790000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA projections;
      CREATE SEQUENCE projections.generation_number;
      CREATE TABLE projections.projection (
        name text PRIMARY KEY,
        version integer NOT NULL DEFAULT 0,
        generation text UNIQUE,
        checkpoint text COLLATE "C",
        state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'halted')),
        halted_position text,
        halted_stream text,
        halted_event text,
        halted_error text,
        CHECK (state = 'halted' OR halted_error IS NULL)
      );
      CREATE TABLE projections.quarantined_stream (
        generation text NOT NULL,
        stream text COLLATE "C" NOT NULL,
        position text NOT NULL,
        event text NOT NULL,
        error text NOT NULL,
        PRIMARY KEY (generation, stream)
      );
      GRANT USAGE ON SCHEMA projections TO sikkerby_app, sikkerby_projector;
      GRANT SELECT ON ALL TABLES IN SCHEMA projections TO sikkerby_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA projections TO sikkerby_projector;
      GRANT USAGE ON SEQUENCE projections.generation_number TO sikkerby_projector;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA projections CASCADE');
  }
}

export const projectionMigrations = [ProjectionControl1790000000020];
