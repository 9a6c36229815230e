import http from 'node:http';
import path from 'node:path';
import { mountPreview } from './index';

/**
 * The preview on its own: `tsx local/preview/standalone.ts [root] [port] [cloud port]`. Calls to the local
 * cloud are passed to the cloud's port when one is given, and answered 503 otherwise.
 */
async function serve(): Promise<void> {
  const [root = path.join(__dirname, '../..'), port = '4810', cloud] = process.argv.slice(2);
  const preview = await mountPreview({ root: path.resolve(root), port: Number(port) });
  const server = http.createServer((request, response) => {
    preview
      .handle(request, response)
      .then((handled) => {
        if (!handled) forward(request, response, cloud);
      })
      .catch((failure: unknown) => {
        console.error(failure);
        response.writeHead(500).end(String(failure));
      });
  });
  server.listen(Number(port), '127.0.0.1', () =>
    console.log(`preview of ${root} at http://127.0.0.1:${port}/`),
  );
}

function forward(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  cloud: string | undefined,
): void {
  if (!cloud) {
    response.writeHead(503, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ errCode: -501001, errMsg: 'the local cloud is not running' }));
    return;
  }
  const options = {
    host: '127.0.0.1',
    port: Number(cloud),
    path: request.url,
    method: request.method,
    headers: request.headers,
  };
  const passed = http.request(options, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  passed.on('error', (failure) =>
    response.writeHead(503).end(JSON.stringify({ errCode: -501001, errMsg: failure.message })),
  );
  request.pipe(passed);
}

serve().catch((failure: unknown) => {
  console.error(failure);
  process.exitCode = 1;
});
