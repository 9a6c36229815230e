import type { FileFault } from '../../typings/contract/imports';
import { fileFaultText } from './fault-text';

/** A file of which nothing can be understood; the message says why, and what to do. */
export class Unreadable extends Error {
  constructor(
    readonly fault: FileFault,
    options?: ErrorOptions,
  ) {
    super(fileFaultText(fault), options);
    this.name = 'Unreadable';
  }
}
