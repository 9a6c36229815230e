import type { SearchFilters } from '../../../typings/contract/search';
import type { Filters } from '../../search/find/filters';

/** What of it the engine can tell; the shelf is asked of the database. */
export const engineFilters = ({ branchId, onShelfOnly: _, ...rest }: SearchFilters): Filters => ({
  ...rest,
  ...(branchId && { branch: branchId }),
});
