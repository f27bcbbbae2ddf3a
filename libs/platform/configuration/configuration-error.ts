/**
 * Something that only whoever runs the program can put right: a setting, a folder, a port, a server.
 * The message is one line, names the setting and holds no secret.
 */
export class ConfigurationError extends Error {
  constructor(message: string) {
    super(message.replace(/\s+/g, ' ').trim());
    this.name = 'ConfigurationError';
  }
}
