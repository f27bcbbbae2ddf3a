import { WireDouble } from './wire-double.js';

// The double as a process of its own; tells its parent the URL, and ends with it.
const double = await WireDouble.start();
process.send?.(double.url);
process.on('disconnect', () => void double.stop());
