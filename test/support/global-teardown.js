import { removeServer } from './remove-server.js';

export default () => removeServer(process.env.TEST_DATA_DIR);
