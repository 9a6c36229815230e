import type { InvalidField } from '../../typings/contract';

/** What is said at the fields of a form. */
type RemarksAt<F extends string> = Partial<Record<F, string>>;

/**
 * Where the library itself found something wrong, said at the field: the first of each. `nameIn` finds the
 * field in a path, `input.forms.3`, cut at its dots.
 */
export function remarksAt<F extends string>(
  fields: readonly InvalidField[],
  isField: (name: string | undefined) => name is F,
  nameIn: (path: string[]) => string | undefined = ([, name]) => name,
): RemarksAt<F> {
  const remarks: RemarksAt<F> = {};
  for (const { path, message } of fields) {
    const name = nameIn(path.split('.'));
    if (isField(name)) remarks[name] ??= message;
  }
  return remarks;
}
