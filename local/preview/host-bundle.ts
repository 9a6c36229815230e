import { readFile } from 'node:fs/promises';
import path from 'node:path';
import esbuild from 'esbuild';

/** The browser's side of the preview, bundled from host/. */
export interface HostBundle {
  script(): Promise<string>;
  style(): Promise<string>;
  close(): Promise<void>;
}

/** Opens the bundle; it is built again on every load of the page, which takes a moment only when host/ changed. */
export async function openHostBundle(): Promise<HostBundle> {
  const folder = path.join(__dirname, 'host');
  const context = await esbuild.context({
    entryPoints: [path.join(folder, 'main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2021',
    sourcemap: 'inline',
    charset: 'utf8',
    outfile: 'host.js',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return {
    async script() {
      const result = await context.rebuild();
      return result.outputFiles?.[0]?.text ?? '';
    },
    async style() {
      const sheets = ['elements.css', 'phone.css', 'panel.css'];
      const texts = await Promise.all(sheets.map((name) => readFile(path.join(folder, name), 'utf8')));
      return [withoutComponents(texts[0] as string), ...texts.slice(1)].join('\n');
    },
    close: () => context.dispose(),
  };
}

/** A component of the mini program may be called like a built-in (`icon`): the built-in's looks are not for it. */
function withoutComponents(sheet: string): string {
  return sheet.replace(/\bwx-(?!page\b)([a-z-]+)/g, 'wx-$1:not([data-is])');
}
