import type { ProfileDocument, ProfileFindDocument } from '../cloudfunctions/documents';
import type { ProfileTerms } from '../typings/contract/profiles';
import { addDays, instantOf } from '../cloudfunctions/kernel/local-date';

const NONE: ProfileTerms = { words: [], classes: [], authors: [], languages: [], kinds: [] };

/** What readers of the demo want to be told of, and what was found for them. */
export function profilesOn(today: string): {
  profiles: ProfileDocument[];
  profileFinds: ProfileFindDocument[];
} {
  const day = (daysAgo: number, time: string): string => instantOf(addDays(today, -daysAgo), time);
  const silk = { profileId: 'profile-silk', readerId: 'r-shen' };
  return {
    profiles: [
      {
        ...{ _id: silk.profileId, readerId: silk.readerId, name: '江南丝织' },
        terms: { ...NONE, words: ['丝织', '丝绸', '织造'] },
        ...{ when: 'weekly', from: day(60, '10:00'), lastFindAt: day(2, '16:20'), toldUpTo: day(5, '08:30') },
      },
      {
        ...{ _id: 'profile-towns', readerId: 'r-shen', name: '地方史志' },
        terms: { ...NONE, classes: ['K29'], languages: ['chi'] },
        ...{ when: 'at_once', from: day(30, '10:00'), lastFindAt: '', toldUpTo: day(30, '10:00') },
      },
    ],
    profileFinds: [
      {
        ...silk,
        ...{ _id: 'find-paper', titleId: '', title: '明清丝织业的牙行与机户', year: '2021' },
        ...{ by: '陆景行，江南社会史集刊', why: [{ by: 'librarian', text: '许清' }] },
        ...{ note: '第二节引了云溪的契约，可以代您索取全文。', at: day(2, '16:20') },
      },
    ],
  };
}
