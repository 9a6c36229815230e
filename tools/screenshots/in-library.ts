import { mountPreview } from '../../local/preview/index';
import { root, startDemoLibrary } from '../bench/demo-library';

/** A cloud of its own with the demo library and the preview, on a free port. */
export async function inLibrary<T>(work: (url: string) => Promise<T>): Promise<T> {
  const cloud = await startDemoLibrary({ warm: 1 });
  const preview = await mountPreview({ root, port: cloud.port });
  cloud.setFallback((request, response) => {
    // A page that reloads because somebody saved a file would spoil the picture: nobody is told of changes.
    if (request.url !== '/preview/changes') return preview.handle(request, response);
    response.writeHead(204).end();
    return Promise.resolve(true);
  });
  try {
    return await work(cloud.url);
  } finally {
    await preview.close();
    await cloud.close();
  }
}
