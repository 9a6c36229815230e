import type { Refusal } from '../../../../typings/contract/refusals';
import type { Library } from '../../../documents';

/** Categories of readers are the library's own data; one that it does not have is named. */
export const unknownCategory = ({ settings }: Library, id: string): Refusal[] =>
  settings.readerCategories.some((category) => category.id === id)
    ? []
    : [{ code: 'not_in_library', what: 'readerCategory', id }];
