import { fromQuery } from '../routes';
import type { Drawn, Part, Query } from './part';

/** What the page was opened with, decoded, in its data; '' where the link lacks it. */
export function given<const K extends string>(...names: K[]): Part<Record<K, string>, object> {
  // Each of the names has its value here: TypeScript sees only that the keys are text.
  const read = (query: Query) =>
    Object.fromEntries(names.map((name) => [name, fromQuery(query, name)])) as Record<K, string>;
  return {
    name: `given(${names.join()})`,
    data: () => read({}),
    methods: {},
    hooks: {
      onLoad(this: Drawn, query: Query) {
        this.setData(read(query));
      },
    },
  };
}
