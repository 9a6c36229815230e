import type { Branch } from '../../../typings/contract';
import { askBeside } from '../../lib/beside';
import { none } from '../../lib/screen/empty';
import type { Said } from '../../lib/screen/event';
import type { Drawn, Part } from '../../lib/screen/part';
import { branchName } from './branches';

interface Narrows {
  /** The list is narrowed to a branch, or no longer. */
  narrowed(): void;
}

type Page = Drawn & Narrows & BranchMethods;

interface BranchMethods {
  chooseBranch(): Promise<void>;
  closeSheet(): void;
  setBranch(event: Said<{ branchId: string }>): void;
  anyBranch(): void;
  narrow(branchId: string): void;
}

interface BranchData {
  branchId: string;
  branchName: string;
  branches: Branch[];
  sheet: boolean;
}

/** A list may be narrowed to what one branch has: the chip at its head and the sheet to choose from. */
export const narrowsToBranch: Part<BranchData, BranchMethods, Narrows> = {
  name: 'narrowsToBranch',
  data: () => ({ branchId: '', branchName: '', branches: none<Branch>(), sheet: false }),
  methods: {
    async chooseBranch(this: Page) {
      this.setData({ sheet: true });
      await askBeside('catalogue.branches', {}, ({ list }) => this.setData({ branches: list }));
    },
    closeSheet(this: Page) {
      this.setData({ sheet: false });
    },
    setBranch(this: Page, event: Said<{ branchId: string }>) {
      this.narrow(event.detail.branchId);
    },
    anyBranch(this: Page) {
      this.narrow('');
    },
    narrow(this: Page, branchId: string) {
      this.setData({ branchId, branchName: branchName(branchId), sheet: false });
      this.narrowed();
    },
  },
};
