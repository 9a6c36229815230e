import { claimReturned } from './claim-returned';
import { damage } from './damage';
import { declareLost } from './declare-lost';
import { item } from './item';
import { setItem } from './set-item';

export const copies = [item, claimReturned, declareLost, damage, setItem] as const;
