import { removeServer } from './remove-server.js';

export default (): Promise<void> => removeServer(process.env.TEST_DATA_DIR ?? '');
