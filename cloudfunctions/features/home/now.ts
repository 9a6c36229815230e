import type { Home } from '../../../typings/contract/home';
import type { ReaderDocument } from '../../documents';
import type { Context } from '../../kernel/context';
import { guardianOf } from '../../membership/family';
import { holdsOf } from '../../reads/holds';
import { loansDueSoon } from '../../reads/loans';
import { holdsView } from '../../views/holds';
import { loanView } from '../../views/loans';

const DUE_SHOWN = 4;

type Now = Pick<Home, 'dueSoon' | 'loans' | 'ready' | 'holds'>;

export const NOTHING_NOW: Now = { dueSoon: [], loans: 0, ready: [], holds: 0 };

/** What waits for a reader and their children: what is due, and whether it can be renewed; what is ready. */
export const nowOf = async (context: Context, reader: ReaderDocument): Promise<Now> => {
  const children = (await context.db.getMany('readers', reader.childReaderIds)).filter(
    (child) => child.standing !== 'closed' && guardianOf(child, context) === reader._id,
  );
  const [due, holds, ofChildren] = await Promise.all([
    dueSoon(context, reader),
    holdsFor(context, reader),
    Promise.all(children.map((child) => nowOfChild(context, child))),
  ]);
  const known = new Set(holds.map(({ holdId }) => holdId));
  return {
    dueSoon: [...due, ...ofChildren.flatMap((each) => each.due)]
      .sort((a, b) => a.daysLeft - b.daysLeft)
      .slice(0, DUE_SHOWN),
    loans: reader.openLoans.length,
    ready: [
      ...holds.filter(({ status }) => status === 'ready'),
      // What a child shares with its guardian stands above already.
      ...ofChildren.flatMap((each) => each.ready).filter(({ holdId }) => !known.has(holdId)),
    ],
    holds: holds.length,
  };
};

const dueSoon = async (context: Context, reader: ReaderDocument) =>
  (await loansDueSoon(context, reader)).map((facts) => {
    const { loanId, title, dueOn, daysLeft, renewal } = loanView(context.library, facts);
    return { loanId, title, dueOn, daysLeft, renewal };
  });

const holdsFor = async (context: Context, reader: ReaderDocument) => {
  const { holds, nameOf } = await holdsOf(context, reader);
  return holdsView(context.library, holds, { readerId: reader._id, nameOf, today: context.today });
};

const nowOfChild = async (context: Context, child: ReaderDocument) => {
  const whose = { child: { readerId: child._id, name: child.name } };
  const [due, holds] = await Promise.all([
    dueSoon(context, child),
    child.openHolds.length > 0 ? holdsFor(context, child) : [],
  ]);
  return {
    due: due.map((each) => ({ ...each, ...whose })),
    ready: holds.filter(({ status }) => status === 'ready').map((hold) => ({ ...hold, ...whose })),
  };
};
