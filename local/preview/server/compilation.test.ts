import type { Compiled, Compiler } from '../compiler/compile';
import { compileOnDemand } from './compilation';

/** A compiler whose compilations end, or fail, when the test says so. */
function aSlowCompiler(): { compiler: Compiler; running: { end(app: string): void; fail(): void }[] } {
  const running: { end(app: string): void; fail(): void }[] = [];
  const compile = (): Promise<Compiled> =>
    new Promise((resolve, reject) =>
      running.push({
        end: (app) => resolve({ app, scripts: '', problems: [], milliseconds: 0 }),
        fail: () => reject(new Error('it does not compile')),
      }),
    );
  return { compiler: { miniprogram: '', compile, close: () => Promise.resolve() }, running };
}

/** Lets everything that has been decided come about. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('all who ask between two changes get one compilation', async () => {
  const { compiler, running } = aSlowCompiler();
  const { compiled } = compileOnDemand(compiler);
  const both = Promise.all([compiled(), compiled()]);
  await settled();
  running[0]?.end('one');
  expect((await both).map(({ app }) => app)).toEqual(['one', 'one']);
  expect(running).toHaveLength(1);
});

test('a change during a compilation waits for it and starts the next', async () => {
  const { compiler, running } = aSlowCompiler();
  const { compiled, forget } = compileOnDemand(compiler);
  const before = compiled();
  forget();
  const after = compiled();
  await settled();
  expect(running).toHaveLength(1);
  running[0]?.end('before');
  await settled();
  running[1]?.end('after');
  expect([(await before).app, (await after).app]).toEqual(['before', 'after']);
});

test('a compilation that failed stands in nobody’s way', async () => {
  const { compiler, running } = aSlowCompiler();
  const { compiled, forget } = compileOnDemand(compiler);
  const before = expect(compiled()).rejects.toThrow('it does not compile');
  await settled();
  running[0]?.fail();
  await before;
  forget();
  const after = compiled();
  await settled();
  running[1]?.end('mended');
  expect((await after).app).toBe('mended');
});
