import { plain } from './notation';
import { regionalName } from './class-regions';
import { names } from './class-table';

/** What a class of the Chinese Library Classification is called; '' for one without a name here. */
export function className(clc: string): string {
  const number = plain(clc);
  return names[number] ?? regionalName(number);
}
