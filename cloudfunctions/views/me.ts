import type { Me } from '../../typings/contract/account';
import { branchName } from '../circulation/branches';
import { policyFor } from '../circulation/policy';
import { overdueBlock } from '../circulation/reader-blocks';
import { servicesOf } from '../community/event-terms';
import type { Context } from '../kernel/context';
import type { WhoAsks } from '../reads/asking';
import { readerView } from './readers';

export const meView = (
  { reader, staff, unreadNotices, overdue }: WhoAsks,
  context: Pick<Context, 'today' | 'library'>,
): Me => {
  const { library } = context;
  const view = reader && readerView(reader, context);
  return {
    reader: view && { ...view, blocks: [...view.blocks, ...lateness(library, view.category, overdue)] },
    ...(staff && {
      staff: { name: staff.name, branchId: staff.branchId, branchName: branchName(library, staff.branchId) },
    }),
    unreadNotices,
    ...(!servicesOf(library).lectures && { noLectures: true as const }),
    ...(library.settings.profiles?.open && { watchesSubjects: true as const }),
    ...(library.settings.articles?.open && { hasArticles: true as const }),
  };
};

const lateness = ({ policies }: Context['library'], readerCategory: string, overdue: number) =>
  overdueBlock(overdue, policyFor(policies, { readerCategory, itemType: '*', branchId: '*' }));
