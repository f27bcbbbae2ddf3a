import { describe, expect, it } from '@jest/globals';
import { createLogger, nestLogger } from './logger.js';

function logged(write: (logger: ReturnType<typeof createLogger>) => void) {
  const lines: string[] = [];
  write(createLogger({ LOG_LEVEL: 'info' }, { write: (line: string) => lines.push(line) }));
  return lines;
}

const parsed = (lines: string[]) => lines.map((line) => JSON.parse(line) as object);

describe('a line of the log', () => {
  it('holds its level, instant, message and allowed fields, nothing else', () => {
    const fields = { route: '/health/live', status: 200, name: 'Opdigtet Person', ssn: '1' };
    expect(parsed(logged((logger) => logger.info('answered', fields)))).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        route: '/health/live',
        status: 200,
        msg: 'answered',
      },
    ]);
  });

  it('tells which error it was and where, without the message', () => {
    const [line] = logged((logger) => logger.error('failed', new TypeError('Opdigtet Person')));
    expect(line).toContain('TypeError\\n    at ');
    expect(line).not.toContain('Opdigtet');
  });

  it.each(['3105991234', '310599-1234', '310599 1234', 'cpr310599-1234', '"310599-1234"'])(
    'has no number like %s, wherever it came in',
    (number) => {
      const [line] = logged((logger) => logger.info(`about ${number}`, { route: `/x/${number}` }));
      expect(line).not.toMatch(/3105/);
      expect(line).toContain('[number removed]');
    },
  );

  it.each(['000000001187', '2f310599-1234-4321-8888-123456789012', '20171231235959'])(
    'keeps %s, which is no such number',
    (text) => {
      expect(logged((logger) => logger.info('read', { position: text }))[0]).toContain(text);
    },
  );

  it('is left out below its level', () => {
    expect(logged((logger) => logger.debug('details'))).toEqual([]);
  });

  it('comes from Nest in the same form, its start-up chatter only when debugging', () => {
    const lines = logged((logger) => {
      const nest = nestLogger(logger);
      nest.log('Mapped {/health/live, GET} route', 'RouterExplorer');
      nest.warn('Opened twice', 'NestApplication');
      nest.error(new RangeError('Opdigtet Person'), 'ExceptionsHandler');
    });
    expect(parsed(lines)).toMatchObject([
      { level: 'warn', msg: 'Opened twice', context: 'NestApplication' },
      {
        level: 'error',
        context: 'ExceptionsHandler',
        error: expect.stringContaining('RangeError'),
      },
    ]);
    expect(lines.join('')).not.toContain('Opdigtet');
  });
});
