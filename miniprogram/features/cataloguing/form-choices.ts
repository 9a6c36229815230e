import type { TitleKind } from '../../../typings/contract';
import { kindNames, languageName } from '../../lib/record-words';

export const ROLE_NOT_SAID = '不写';
export const ROLES = ['著', '编', '主编', '编著', '译', '绘', '校注', '口述', '摄影', ROLE_NOT_SAID];

export interface Choice {
  id: string;
  name: string;
}

/** Languages of books by their codes, the common ones of a library here first. */
const LANGUAGES =
  'chi eng jpn kor fre ger rus spa ita por ara vie tha ind may mon tib uig kaz zha lat gre dut swe nor dan fin ice pol cze slo hun rum bul ukr srp hrv lit lav est geo arm tur per heb hin urd ben san khm lao bur swa epo mul';
export const languages: Choice[] = [
  ...LANGUAGES.split(' ').map((id) => ({ id, name: languageName(id) })),
  { id: '', name: '不详' },
];

// The table has every kind as its key, and none beside.
const ids = Object.keys(kindNames) as TitleKind[];
export const kinds = ids.map((id) => ({ id, name: kindNames[id] }));

export const USES: Choice[] = [
  { id: 'loan', name: '可外借' },
  { id: 'on_site', name: '只供馆内阅览' },
  { id: 'reference', name: '参考，不外借' },
];

export function nameIn(choices: readonly Choice[], id: string, unknown = ''): string {
  return choices.find((choice) => choice.id === id)?.name ?? (unknown || id);
}
