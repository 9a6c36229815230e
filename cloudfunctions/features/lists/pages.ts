/** Where a notice of a decision leads. */
export const MY_LISTS_PAGE = '/features/lists/pages/mine/index';
