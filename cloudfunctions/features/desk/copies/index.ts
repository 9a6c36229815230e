export const copies = {} as never;
