// A process of the app as far as the embedded server sees it: joins, says where, and stays until its input ends.
import { once } from 'node:events';
import { ensureRunning } from '../../dist/src/platform/database/embedded/embedded-server.js';

try {
  const server = await ensureRunning(JSON.parse(process.argv[2]));
  const { startedByUs, port, clusterFolder, notices } = server;
  console.log(JSON.stringify({ startedByUs, port, clusterFolder, notices, url: server.urlOf('postgres') }));
  await once(process.stdin.resume(), 'end');
  // Nothing else keeps this process alive now: to leave must.
  await server.release();
} catch (error) {
  console.log(JSON.stringify({ code: error.code, message: error.message }));
  process.exitCode = 1;
}
