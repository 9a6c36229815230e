import type { Reader } from '../../../typings/contract';

export const preferencesView = (reader: Pick<Reader, 'keepsHistory'> | null) => ({
  keepsHistory: reader?.keepsHistory ?? false,
});
