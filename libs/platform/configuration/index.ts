export { ConfigurationError } from './configuration-error.js';
export { readConfiguration, secret, type Configuration, type SecretName } from './configuration.js';
export { createLogger, nestLogger, type LogFields, type Logger } from './logger.js';
export { probablyMeant } from './misspelling.js';
export { runProgram } from './run-program.js';
export { hasCode, secretFile } from './secret-file.js';
