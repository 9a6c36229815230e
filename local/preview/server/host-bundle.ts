import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { watch } from 'chokidar';
import esbuild from 'esbuild';

/** The browser's side of the preview, bundled from host/. */
export interface HostBundle {
  /** The script, or its source map. */
  script(part: 'host.js' | 'host.js.map'): Promise<string>;
  style(): Promise<string>;
  close(): Promise<void>;
}

/**
 * Opens the bundle. It is built once, and again after a change in host/ (which only the preview's authors
 * see).
 */
export async function openHostBundle(): Promise<HostBundle> {
  const folder = path.join(__dirname, '../host');
  const context = await esbuild.context({
    entryPoints: [path.join(folder, 'main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2021',
    minify: true,
    sourcemap: 'linked',
    charset: 'utf8',
    outdir: folder,
    entryNames: 'host',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  let built: ReturnType<typeof context.rebuild> | null = null;
  const watcher = watch(folder, { ignoreInitial: true });
  watcher.on('all', () => (built = null));

  return {
    async script(part) {
      built ??= context.rebuild();
      const { outputFiles = [] } = await built;
      return outputFiles.find((file) => path.basename(file.path) === part)?.text ?? '';
    },
    async style() {
      const sheets = ['elements.css', 'phone.css', 'panel.css'];
      const texts = await Promise.all(sheets.map((name) => readFile(path.join(folder, name), 'utf8')));
      return texts.join('\n');
    },
    async close() {
      await watcher.close();
      await context.dispose();
    },
  };
}
