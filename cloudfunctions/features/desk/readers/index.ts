import { reader } from '../reader';

export const readers = { 'desk.reader': reader } as never;
